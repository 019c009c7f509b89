import { keepHead } from './audit/headFile.ts'
import { openData, type Data, type DataOptions } from './data.ts'
import type { WriteDb } from './db/sql.ts'
import { createAnalytics } from './features/analytics/service.ts'
import { clearIn } from './features/archives/library/clearing.ts'
import { lookIn } from './features/archives/library/inThread.ts'
import { createLibrary } from './features/archives/library/service.ts'
import { createArchiveNoting } from './features/archives/notes/service.ts'
import { Scrub } from './features/archives/scrub/service.ts'
import { createPacker } from './archive/pack/inThread.ts'
import { verifyIn } from './archive/verify/inThread.ts'
import { createPacking } from './features/archives/packing.ts'
import { startBagReader } from './features/archives/questions.ts'
import { createArchives } from './features/archives/service.ts'
import { createUnsealing } from './features/archives/unsealing.ts'
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
import { createRecordings } from './features/voicemail/recordings/service.ts'
import { createVoicemail } from './features/voicemail/service.ts'
import { createEmbeddedPhoneSystem } from './phoneSystem/embedded/system.ts'
import type { PhoneSystem } from './phoneSystem/port.ts'
import { createEngineLock } from './db/engineLock.ts'
import { applyStepIn } from './runs/applyStep.ts'
import { commitRunIn } from './runs/commitRun.ts'
import { Runs } from './runs/service.ts'

export type ServiceOptions = DataOptions & { version: string }

export type Services = ReturnType<typeof servicesOn>

/** Opens a data folder and builds everything that works on it. */
export async function openServices(options: ServiceOptions): Promise<Services> {
  return servicesOn(await openData(options), options)
}

/** Everything that works on a data folder, for the window and the command line alike. */
export function servicesOn(data: Data, { dataFolder, version, clock, ids, log, emit }: ServiceOptions) {
  const { database, db, audioFolder, thread, tenant, clear, session, signIn, operators } = data
  const operator = () => session.operator()
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
    commitRun: commitRunIn(thread('commitRun.js'), dataFolder, { db, clock, discardDraft: drafts.discard }),
    applyStep: applyStepIn(thread('applyStep.js'), dataFolder, { db, clock, phoneSystem }),
    savingThread: thread('saveFiles.js'),
    decodingThread: thread('decodeSound.js'),
  })
  const kept = openArchives(data, { dataFolder, clock, ids, log, emit, operator })
  const analytics = createAnalytics({ db, dataFolder, worker: thread('analytics.js') })
  const imports = createImports({ db, dataFolder, clock, ids, operator, clearUnfinished: clear, thread })
  return {
    db,
    audioFolder,
    tenant,
    session,
    signIn,
    operators,
    company: createCompany({ db, clock, ids, operator }),
    ...listsOf({ db, phoneSystem }),
    rules: createPhoneRules({ db, phoneSystem }),
    planner,
    drafts,
    runs,
    audit: createAudit({ db, dataFolder, clock, operator, head, auditWorker: thread('verifyAudit.js') }),
    chat: createChatAudit({ db, dataFolder, clock, operator }),
    ...kept,
    analytics,
    retention: createRetention({ db, clock, log }),
    imports,
    /** Pauses what runs, stops an import, then closes the database. */
    close: async (): Promise<void> => {
      kept.packing.stop()
      kept.unsealing.stop()
      await Promise.all([runs.stopAll(), imports.cancel(), kept.scrub.stop()])
      try {
        session.signOut()
      } finally {
        await Promise.all([head.close(), analytics.close(), kept.listening.close(), kept.bagReader.stop()])
        database.close()
      }
    },
  }
}

type Given = Pick<ServiceOptions, 'dataFolder' | 'clock' | 'ids' | 'log' | 'emit'> & {
  operator: () => { name: string }
}

/** What was archived and what is still on the phone system, to be found, heard and checked. */
function openArchives({ db, audioFolder, thread }: Data, { dataFolder, clock, ids, log, emit, operator }: Given) {
  const look = lookIn(thread('lookIntoLibrary.js'), dataFolder, { db, clock, ids })
  const clear = clearIn(thread('clearArchives.js'), dataFolder, db)
  const library = createLibrary({ db, clock, ids, look, clear })
  const verifyBag = verifyIn(thread('verifyArchive.js'))
  const bagReader = startBagReader(thread('readArchives.js'))
  const archives = createArchives({ db, clock, operator, library, verifyBag, reader: bagReader })
  const packer = createPacker(thread('packArchive.js'), dataFolder)
  return {
    library,
    archives,
    bagReader,
    scrub: new Scrub({ db, clock, log, verifyBag, changed: () => emit('archives.changed', {}) }),
    packing: createPacking({ db, clock, operator, packer }),
    unsealing: createUnsealing({ db, clock, operator, packer, archives }),
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
