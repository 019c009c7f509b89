import type { z } from 'zod'
import { analyticsRoutes } from '../analytics/contract.ts'
import { packRoutes } from '../archives/packContract.ts'
import { archiveRoutes } from '../archives/contract.ts'
import { libraryRoutes } from '../archives/libraryContract.ts'
import { unsealRoutes } from '../archives/unsealContract.ts'
import { auditRoutes } from '../audit/contract.ts'
import { chatRoutes } from '../audit/chatContract.ts'
import { companyRoutes } from '../company/contract.ts'
import { directoryRoutes } from '../directory/contract.ts'
import { extensionRoutes } from '../extensions/contract.ts'
import type { RunId } from '../ids.ts'
import { importRoutes } from '../imports/contract.ts'
import { listenRoutes } from '../listen/contract.ts'
import { offboardingRoutes } from '../offboarding/contract.ts'
import { operatorRoutes } from '../operators/contract.ts'
import type { SessionState } from '../operators/model.ts'
import type { RunProgress, RunStatus } from '../offboarding/run.ts'
import { personRoutes } from '../person/contract.ts'
import { phoneRuleRoutes } from '../phoneSystem/contract.ts'
import { preferenceRoutes } from '../preferences/contract.ts'
import { retentionRoutes } from '../retention/contract.ts'
import { tenantRoutes } from '../tenant/contract.ts'
import { voicemailRoutes } from '../voicemail/contract.ts'

/** The whole surface that main exposes to the window. */
export const contract = {
  ...tenantRoutes,
  ...companyRoutes,
  ...directoryRoutes,
  ...extensionRoutes,
  ...personRoutes,
  ...phoneRuleRoutes,
  ...voicemailRoutes,
  ...listenRoutes,
  ...offboardingRoutes,
  ...archiveRoutes,
  ...packRoutes,
  ...unsealRoutes,
  ...libraryRoutes,
  ...auditRoutes,
  ...analyticsRoutes,
  ...chatRoutes,
  ...importRoutes,
  ...preferenceRoutes,
  ...operatorRoutes,
  ...retentionRoutes,
} as const

export type Contract = typeof contract
export type RouteName = keyof Contract
export type InputOf<R extends RouteName> = z.input<Contract[R]['input']>
export type ParsedInputOf<R extends RouteName> = z.output<Contract[R]['input']>
export type OutputOf<R extends RouteName> = z.output<Contract[R]['output']>

/** A missing or an extra handler does not compile. */
export type Handlers = { readonly [R in RouteName]: (input: ParsedInputOf<R>) => OutputOf<R> | Promise<OutputOf<R>> }

/** Opening a sealed archive: all of it is decrypted once, in bytes, then written and verified, in files. */
export type UnsealPhase = 'opening' | 'unpacking' | 'verifying'

/** Main to window; built by main, so typed but not parsed. */
export type Events = {
  'runs.progress': RunProgress
  /** title: as of RunSummary. */
  'runs.changed': { runId: RunId; status: RunStatus; title: string }
  'work.progress': {
    work: 'demo' | 'import' | 'verify' | 'export' | 'pack' | 'unseal' | 'library' | 'recordings'
    /** Where the work has several. */
    phase?: UnsealPhase
    done: number
    total: number | null
    bytes: number
  }
  /** Archives were found, checked, noted or are gone. */
  'archives.changed': Record<string, never>
  'session.changed': { state: SessionState }
  'menu.command': { command: 'offboard' | 'search' | 'import' | 'archives' | 'settings' }
}
export type EventName = keyof Events
export type Emit = <N extends EventName>(name: N, payload: Events[N]) => void
