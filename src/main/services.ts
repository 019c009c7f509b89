import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Emit } from '../shared/ipc/contract.ts'
import type { Clock, Ids } from './clock.ts'
import { keepHead } from './audit/headFile.ts'
import { dataFolderMode } from './dataFolder.ts'
import { openDatabase } from './db/open.ts'
import { toFolderError } from './files/diskErrors.ts'
import { asWriteDb, type WriteDb } from './db/sql.ts'
import { createAnalytics } from './features/analytics/service.ts'
import { lookIn } from './features/archives/library/inThread.ts'
import { createLibrary } from './features/archives/library/service.ts'
import { createArchiveNoting } from './features/archives/notes/service.ts'
import { Scrub } from './features/archives/scrub/service.ts'
import { createPacker } from './archive/pack/inThread.ts'
import { verifyIn } from './archive/verify/inThread.ts'
import { createPacking } from './features/archives/packing.ts'
import { startBagReader } from './features/archives/questions.ts'
import { createArchives } from './features/archives/service.ts'
import { createChatAudit } from './features/audit/chatService.ts'
import { createAudit } from './features/audit/service.ts'
import { createCompany } from './features/company/service.ts'
import { createDirectory } from './features/directory/service.ts'
import { createExtensions } from './features/extensions/service.ts'
import { createImports } from './features/imports/service.ts'
import { createApprovals } from './runs/approvalRepository.ts'
import { createDrafts } from './features/offboarding/draftRepository.ts'
import { createPlanner } from './runs/planner.ts'
import { createListening } from './features/listen/service.ts'
import { createPhoneRules } from './features/phoneRules/service.ts'
import { createRetention } from './features/retention/service.ts'
import { createTenantService } from './features/tenant/service.ts'
import { createRecordings } from './features/voicemail/recordings/service.ts'
import { createVoicemail } from './features/voicemail/service.ts'
import type { Logger } from './log/logger.ts'
import { openDesk } from './operators/desk.ts'
import { removeQueuedAudio, removeUnnamedAudio } from './phoneSystem/embedded/audioStore.ts'
import { createEmbeddedPhoneSystem } from './phoneSystem/embedded/system.ts'
import type { PhoneSystem } from './phoneSystem/port.ts'
import { createEngineLock } from './db/engineLock.ts'
import { Runs } from './runs/service.ts'
import { clearUnfinished } from './unfinished/clear.ts'

export type ServiceOptions = {
  /** Holds the database, the audio of the embedded phone system and the log. Made when it does not exist. */
  dataFolder: string
  /** Holds demo/voices: the checkout's resources folder, or the package's. */
  resourcesFolder: string
  /** Holds the built threads (out/main); without it the caller's thread does their work. */
  threadsFolder?: string
  version: string
  clock: Clock
  ids: Ids
  log: Logger
  emit: Emit
}

export type Services = Awaited<ReturnType<typeof openServices>>

/** Opens a data folder and builds everything that works on it, for the window and the command line alike. */
export async function openServices(options: ServiceOptions) {
  const { dataFolder, version, clock, ids, log, emit } = options
  const thread = threadsOf(options.threadsFolder)
  const { database, db, audioFolder, tenant, clear } = await openData(options, thread('createDemo.js'))
  const desk = openDesk({ db, clock, ids, emit })
  const operator = () => desk.session.operator()
  const phoneSystem = createEmbeddedPhoneSystem({ db, audioFolder, clock, ids })
  const planner = createPlanner({ db, phoneSystem, clock, operator })
  const head = keepHead({ db, clock, dataFolder, log })
  const drafts = createDrafts({ db, clock, ids })
  const runs = new Runs({
    db,
    phoneSystem,
    clock,
    ids,
    log,
    software: `Offhook ${version}`,
    planner,
    approvals: createApprovals({ db, clock }),
    operator,
    emit,
    lock: createEngineLock(dataFolder),
    discardDraft: drafts.discard,
    savingThread: thread('saveFiles.js'),
    decodingThread: thread('decodeSound.js'),
  })
  const kept = openArchives(options, { db, audioFolder, operator, thread })
  const packing = createPacking({ db, clock, operator, packer: createPacker(thread('packArchive.js'), dataFolder) })
  const analytics = createAnalytics({ db, dataFolder, worker: thread('analytics.js') })
  const imports = createImports({ db, dataFolder, clock, ids, operator, clearUnfinished: clear, thread })
  return {
    db,
    audioFolder,
    tenant,
    ...desk,
    company: createCompany({ db, clock, ids, operator }),
    ...listsOf({ db, phoneSystem }),
    rules: createPhoneRules({ db, phoneSystem }),
    planner,
    drafts,
    runs,
    audit: createAudit({ db, dataFolder, clock, operator, head, auditWorker: thread('verifyAudit.js') }),
    chat: createChatAudit({ db, dataFolder, clock, operator }),
    ...kept,
    packing,
    analytics,
    retention: createRetention({ db, clock, log }),
    imports,
    /** Pauses what runs, stops an import, then closes the database. */
    close: async (): Promise<void> => {
      packing.stop()
      await Promise.all([runs.stopAll(), imports.cancel(), kept.scrub.stop()])
      try {
        desk.session.signOut()
      } finally {
        await Promise.all([head.close(), analytics.close(), kept.listening.close(), kept.bagReader.stop()])
        database.close()
      }
    },
  }
}

type Opened = {
  db: WriteDb
  audioFolder: string
  operator: () => { name: string }
  thread: ReturnType<typeof threadsOf>
}

/** What was archived and what is still on the phone system, to be found, heard and checked. */
function openArchives(
  { dataFolder, clock, ids, log, emit }: ServiceOptions,
  { db, audioFolder, operator, thread }: Opened,
) {
  const look = lookIn(thread('lookIntoLibrary.js'), dataFolder, { db, clock, ids })
  const library = createLibrary({ db, clock, ids, look })
  const verifyBag = verifyIn(thread('verifyArchive.js'))
  const bagReader = startBagReader(thread('readArchives.js'))
  const archives = createArchives({ db, clock, operator, library, verifyBag, reader: bagReader })
  return {
    library,
    archives,
    bagReader,
    scrub: new Scrub({ db, clock, log, verifyBag, changed: () => emit('archives.changed', {}) }),
    noting: createArchiveNoting({ db, clock, operator }),
    recordings: createRecordings({ db, audioFolder, clock, operator }),
    listening: createListening({
      db,
      audioFolder,
      archivedSound: archives.soundOf,
      archivedGreeting: archives.greetingSoundOf,
      decodingThread: thread('decodeSound.js'),
    }),
  }
}

/** The long lists that are searched, filtered and sorted. */
function listsOf(given: { db: WriteDb; phoneSystem: PhoneSystem }) {
  return {
    directory: createDirectory(given),
    extensions: createExtensions(given),
    voicemail: createVoicemail(given),
  }
}

/** Opens the data folder, takes away what a start or an end that was cut short left behind, and adds what an older version lacked. */
async function openData({ dataFolder, resourcesFolder, clock, ids, log }: ServiceOptions, demoWorker: string | null) {
  const audioFolder = join(dataFolder, 'audio')
  try {
    mkdirSync(audioFolder, { recursive: true, mode: dataFolderMode })
  } catch (error) {
    throw toFolderError(error, 'the data folder')
  }
  const database = await openDatabase({ folder: dataFolder, now: () => clock.now().toISOString() })
  const db = asWriteDb(database)
  const removeAudio = (audio: { file: string; id: string }) => removeUnnamedAudio(db, audioFolder, audio)
  const clear = (): Promise<void> => clearUnfinished({ dataFolder, log, removeAudio })
  await removeQueuedAudio(db, audioFolder).catch((error: unknown) =>
    log.warn('Audio of removed messages stays queued', { error: String(error) }),
  )
  await clear()
  const voicesFolder = join(resourcesFolder, 'demo', 'voices')
  const tenant = createTenantService({ db, dataFolder, voicesFolder, clock, ids, demoWorker })
  await tenant.removeUnfinished()
  await tenant.addMissingOperators()
  return { database, db, audioFolder, tenant, clear }
}

/** Where a built thread lies; null has the caller's thread do its work. */
function threadsOf(folder: string | undefined): (script: string) => string | null {
  return (script) => (folder === undefined ? null : join(folder, script))
}
