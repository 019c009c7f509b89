import { soundPlace } from '../shared/listen/contract.ts'
import { contract, type Emit, type Events, type Handlers } from '../shared/ipc/contract.ts'
import type { Clock } from './clock.ts'
import type { Data } from './data.ts'
import type { Desktop, Media, MediaBody } from './desktop.ts'
import { analyticsHandlers } from './features/analytics/handlers.ts'
import { packHandlers } from './features/archives/packHandlers.ts'
import { archiveHandlers } from './features/archives/handlers.ts'
import { libraryHandlers } from './features/archives/library/handlers.ts'
import { readAfterRuns, type ReadAfterRuns } from './features/archives/library/readAfterRuns.ts'
import { unsealHandlers } from './features/archives/unsealHandlers.ts'
import { auditHandlers } from './features/audit/handlers.ts'
import { companyHandlers } from './features/company/handlers.ts'
import { createUsersExport } from './features/directory/exportUsers.ts'
import { chatHandlers } from './features/audit/chatHandlers.ts'
import { directoryHandlers } from './features/directory/handlers.ts'
import { createExtensionExports } from './features/extensions/exportLists.ts'
import { extensionHandlers } from './features/extensions/handlers.ts'
import { importHandlers } from './features/imports/handlers.ts'
import { offboardingHandlers } from './features/offboarding/handlers.ts'
import { listenHandlers } from './features/listen/handlers.ts'
import { operatorHandlers } from './features/operators/handlers.ts'
import { personHandlers } from './features/person/handlers.ts'
import { phoneRuleHandlers } from './features/phoneRules/handlers.ts'
import { preferenceHandlers } from './features/preferences/handlers.ts'
import { retentionHandlers } from './features/retention/handlers.ts'
import { tenantHandlers } from './features/tenant/handlers.ts'
import { createMessagesExport } from './features/voicemail/exportMessages.ts'
import { voicemailHandlers } from './features/voicemail/handlers.ts'
import { createGrants } from './files/grants.ts'
import { everyDay, type Daily } from './jobs/daily.ts'
import type { Dispatch } from './ipc/router.ts'
import { createSizeCheck } from './ipc/messageSize.ts'
import { createRouter } from './ipc/router.ts'
import type { Logger } from './log/logger.ts'
import { createReportSaver } from './report/saveReport.ts'
import { servicesOn, type ServiceOptions, type Services } from './services.ts'
import { archiveFolderOf } from './settings/archiveFolder.ts'
import type { SettingsStore } from './settings/settings.ts'
import { exportsOf } from './unfinished/saveExport.ts'

export type StartOptions = Omit<ServiceOptions, 'emit'> & {
  desktop: Desktop
  settings: SettingsStore
  /** Parses what handlers answer too; for development and tests. */
  checkOutput: boolean
}

/** A window that nobody touches asks nothing: whether it is idle is looked at by the clock. */
const idleCheckMilliseconds = 5000
/** A new day is noticed within a quarter of an hour. */
const sweepCheckMilliseconds = 15 * 60_000
/** The window's first paint waits for nothing that is done by itself. */
const afterPaint = 2000
/** Whoever has just opened the window has something else in mind than archives being read. */
const afterStart = 60_000

/** What an end of the app would stop in the middle. */
export type UnderWay = 'run' | 'import'
export type App = { dispatch: Dispatch; media: Media; underWay(): UnderWay | null; close(): Promise<void> }

/** Composes the app behind the window, on a data folder that is open. */
export function start(options: StartOptions, data: Data): App {
  const { clock, log } = options
  const checkSize = createSizeCheck({ log, strict: options.checkOutput })
  const desktop: Desktop = {
    ...options.desktop,
    emit: (name, payload) => {
      checkSize(name, payload)
      options.desktop.emit(name, payload)
    },
  }
  let reading: ReadAfterRuns | null = null
  const emit: Emit = (name, payload) => {
    desktop.emit(name, payload)
    // The name decides the payload; the compiler does not follow that through a generic.
    if (name === 'runs.changed') reading?.settled(payload as Events['runs.changed'])
  }
  const services = servicesOn(data, { ...options, emit })
  services.drafts.removeUntouched()
  reading = readAfterRuns({ ...services, log, emit: desktop.emit })
  const { session } = services
  const dispatch = createRouter({
    routes: contract,
    handlers: handlersOf({ ...options, desktop }, services),
    allow: (permission) => session.require(permission),
    writable: () => services.db.writer.free(),
    log,
    checkSize,
    checkOutput: options.checkOutput,
  })
  const heard = async (place: unknown): Promise<MediaBody> => {
    session.require('listen')
    return services.listening.body(soundPlace.parse(place))
  }
  const idleWatch = setInterval(() => lookAtDesk(services, log), idleCheckMilliseconds)
  const daily = startDaily(services, { clock, log, emit: desktop.emit })
  return {
    dispatch,
    media: {
      voicemailAudio: (id) => heard({ kind: 'voicemail', id }),
      archiveAudio: (archiveId, messageId) => heard({ kind: 'archive', archiveId, messageId }),
      greetingAudio: (id) => heard({ kind: 'greeting', id }),
      archivedGreetingAudio: (archiveId, number) =>
        heard({ kind: 'archivedGreeting', archiveId, number: Number(number) }),
    },
    underWay: () => (services.runs.busy() ? 'run' : services.imports.busy() ? 'import' : null),
    close: async () => {
      clearInterval(idleWatch)
      // Beside each other: daily work may wait for what an import has borrowed, or check archives.
      const stopping = [...daily.map((one) => one.stop()), services.scrub.stop(), services.imports.cancel()]
      await Promise.all([...stopping, reading.stop()])
      await services.close()
    },
  }
}

/** Locks the window when it is time. What the disk refuses then is no reason to end the app. */
function lookAtDesk({ db, session }: Services, log: Logger): void {
  if (db.writer.lent()) return
  try {
    session.current()
  } catch (error) {
    log.warn('who is at the desk could not be looked up', { error })
  }
}

/** What is done by itself, at the start and on every new day. */
function startDaily(
  { db, retention, library, scrub }: Services,
  { clock, log, emit }: { clock: Clock; log: Logger; emit: Emit },
): Daily[] {
  const each = (name: string, work: (signal: AbortSignal) => Promise<unknown>, firstAfterMilliseconds: number): Daily =>
    everyDay({
      clock,
      log,
      name,
      work: async (signal) => {
        await db.writer.free()
        signal.throwIfAborted()
        await work(signal)
      },
      lookMilliseconds: sweepCheckMilliseconds,
      firstAfterMilliseconds,
    })
  return [
    each('The retention sweep', (signal) => retention.sweep(clock, signal), afterPaint),
    each(
      'Looking for archives',
      async (signal) => {
        await library.look({ operator: 'Offhook', signal })
        emit('archives.changed', {})
      },
      afterStart,
    ),
    each('The daily check of archives', () => scrub.daily(), 2 * afterStart),
  ]
}

/** What each feature answers. */
function handlersOf(options: StartOptions, services: Services): Handlers {
  const { desktop, settings, clock } = options
  const grants = createGrants(options.ids)
  const saveFile = exportsOf(options.dataFolder)
  const exporting = { dialogs: desktop.dialogs, clock, saveFile }
  return {
    ...tenantHandlers({ ...services, emit: desktop.emit }),
    ...companyHandlers(services.company),
    ...directoryHandlers(services.directory, createUsersExport({ ...services, ...exporting })),
    ...personHandlers(services.db),
    ...phoneRuleHandlers(services.rules),
    ...extensionHandlers(services.extensions, createExtensionExports({ ...services, ...exporting })),
    ...voicemailHandlers({
      ...services,
      exportMessages: createMessagesExport({ ...services, ...exporting }),
      emit: desktop.emit,
    }),
    ...listenHandlers(services.listening),
    ...offboardingHandlers({
      ...services,
      grants,
      saveReport: createReportSaver({
        ...services,
        desktop,
        clock,
        version: options.version,
        saveFile,
        operator: () => services.session.operator(),
      }),
      archiveFolder: () => archiveFolderOf(settings, desktop.documentsFolder),
    }),
    ...archiveHandlers(services, desktop),
    ...packHandlers({ packing: services.packing, desktop, clock }),
    ...unsealHandlers({ unsealing: services.unsealing, grants, desktop }),
    ...libraryHandlers(services, desktop, () => services.session.operator()),
    ...auditHandlers({ audit: services.audit, desktop, clock }),
    ...analyticsHandlers(services.analytics, desktop),
    ...chatHandlers({ chat: services.chat, desktop, clock }),
    ...importHandlers(services.imports, grants, { ...desktop, settings }),
    ...preferenceHandlers({ ...options, grants }),
    ...operatorHandlers(services),
    ...retentionHandlers(services.retention),
  }
}
