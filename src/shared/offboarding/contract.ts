import { z } from 'zod'
import { draftId, grantId, instant, runId, sha256, userId } from '../ids.ts'
import { route } from '../ipc/route.ts'
import { plan } from './plan.ts'
import { planRequest } from './request.ts'
import { run, runSummary } from './run.ts'
import { wizardState } from './wizard.ts'

const draftRow = z.object({
  id: draftId,
  personName: z.string().nullable(),
  state: wizardState,
  updatedAt: instant,
})
export type DraftRow = z.infer<typeof draftRow>

export const offboardingRoutes = {
  'offboarding.plan': route(planRequest, plan),
  'drafts.list': route(z.object({}), z.array(draftRow)),
  'drafts.open': route(z.object({ draftId }), draftRow),
  'drafts.create': route(z.object({ state: wizardState }), z.object({ draftId })),
  'drafts.save': route(z.object({ draftId, state: wizardState }), z.void()),
  'drafts.discard': route(z.object({ draftId }), z.void()),
  /** Approves exactly this plan, once, for ten minutes. */
  'runs.approve': route(
    z.object({ request: planRequest, planHash: sha256 }),
    z.object({ approval: z.string(), expiresAt: instant }),
  ),
  /** confirm is the extension (or the user name of a person without one), typed; needed when the plan deletes. */
  'runs.start': route(
    z.object({
      request: planRequest,
      planHash: sha256,
      approval: z.string().max(100),
      archiveFolder: grantId.nullable(),
      confirm: z.string().max(100).nullable(),
      draftId: draftId.nullable(),
    }),
    z.object({ runId }),
  ),
  /** First those that can still go on, in each the newest first; a page that is not full is the last. */
  'runs.list': route(
    z.object({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(100) }),
    z.array(runSummary),
  ),
  /** The runs about one person, the newest first. */
  'runs.ofPerson': route(z.object({ userId }), z.array(runSummary)),
  'runs.show': route(z.object({ runId }), run),
  'runs.cancel': route(z.object({ runId }), z.void()),
  /** Continues an interrupted or paused run, or tries a failed step again. */
  'runs.resume': route(z.object({ runId }), z.void()),
  /** Gives a run up for good; done steps stay done. */
  'runs.abandon': route(z.object({ runId }), z.void()),
  /** Saves the closing report where a dialog says; null when the dialog was cancelled. */
  'runs.saveReport': route(
    z.object({ runId, format: z.enum(['html', 'pdf']) }),
    z.object({ fileName: z.string() }).nullable(),
  ),
} as const
