import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/ipc/errors.ts'
import type { TenantStatus } from '../../../shared/tenant/contract.ts'
import type { Clock, Ids } from '../../clock.ts'
import { createEngineLock, type EngineLock } from '../../db/engineLock.ts'
import type { WriteDb } from '../../db/sql.ts'
import { addMissingOperators } from '../../operators/demoOperators.ts'
import type { DemoProgress, DemoSize } from './createDemo.ts'
import { writeDemoInThread } from './demoInThread.ts'
import { holdsPeople, insertOwn, readKind, readStatus } from './repository.ts'
import { unfinishedMark } from './unfinished.ts'

export type TenantDeps = {
  db: WriteDb
  dataFolder: string
  voicesFolder: string
  clock: Clock
  ids: Ids
  /** The built thread for the demo company; null makes it here. */
  demoWorker?: string | null
}
export type TenantService = ReturnType<typeof createTenantService>

/** The company that Offhook opens at first start is this one; tests and pictures know its people. */
const usual: DemoSize = { seed: 1, users: 48, calls: 12_000, messages: 420 }

/** Whose data the folder holds: nobody's yet, the demo company's, or one's own company's. */
export function createTenantService(deps: TenantDeps) {
  const { db, dataFolder, clock, ids } = deps
  const audioFolder = join(dataFolder, 'audio')
  const mark = unfinishedMark(dataFolder)
  const lock = createEngineLock(dataFolder)
  const removeUnfinished = (): Promise<void> => removeWhatWasCutShort(db, audioFolder, mark)
  const foundCompany = (work: () => Promise<void>): Promise<void> =>
    exclusively(lock, async () => {
      refuseSecond(readStatus(db))
      await removeUnfinished()
      await work()
    })

  return {
    status: (): TenantStatus => readStatus(db),

    /**
     * Creates the demo company for a seed and the clock's day; fewer than 48 people do not make it smaller. Its rows are
     * one transaction; the mark tells the next start that files without rows may lie there. Throws CONFLICT when the
     * folder already holds a company, CANCELLED, DISK_FULL, FILE_PROBLEM.
     */
    createDemo: (
      options: Partial<DemoSize>,
      report: (progress: DemoProgress) => void,
      signal?: AbortSignal,
    ): Promise<void> =>
      foundCompany(async () => {
        if (holdsPeople(db)) throw new AppError('CONFLICT', 'The data folder already holds people. Use an empty one.')
        await mark.set()
        try {
          await writeCompany({ ...deps, audioFolder }, { ...usual, ...options }, report, signal)
          await mark.clear()
        } catch (error) {
          // Should this fail as well, the mark is still there and the next start tries again.
          await removeUnfinished().catch(() => undefined)
          throw error
        }
      }),

    /** Starts an own company with its first site, in this computer's time zone. Throws CONFLICT when there is one. */
    createOwn: ({ name, site }: { name: string; site: string }): Promise<void> =>
      foundCompany(async () => {
        const { timeZone: timezone, locale } = Intl.DateTimeFormat().resolvedOptions()
        const place = { id: ids.next(), name: site, timezone, locale, pbx_name: name, site_code: '', address: '' }
        insertOwn(db, place, name, clock.now().toISOString())
      }),

    /** For the start: a demo company that was made before there were operators gets them. */
    addMissingOperators: async (): Promise<void> => {
      if (readKind(db) === 'demo') await addMissingOperators({ db, ids, clock })
    },

    /** For the start: takes away the audio of a demo company that was cut short, unless it is being made right now. */
    removeUnfinished: async (): Promise<void> => {
      if (!mark.isSet()) return
      await exclusively(lock, removeUnfinished).catch((error: unknown) => {
        if (!(error instanceof AppError && error.code === 'CONFLICT')) throw error
      })
    },
  }
}

async function writeCompany(
  { db, dataFolder, voicesFolder, audioFolder, clock, ids, demoWorker = null }: TenantDeps & { audioFolder: string },
  size: DemoSize,
  report: (progress: DemoProgress) => void,
  signal: AbortSignal | undefined,
): Promise<void> {
  const at = clock.now().toISOString()
  if (demoWorker !== null) return writeDemoInThread(demoWorker, { dataFolder, voicesFolder, size, at }, report, signal)
  // Everybody who is invented is read only by whoever invents them.
  const { writeDemo } = await import('./createDemo.ts')
  return writeDemo({ db, voicesFolder, audioFolder, clock, ids }, size, {
    report,
    cancelled: () => signal?.aborted === true,
  })
}

async function removeWhatWasCutShort(
  db: WriteDb,
  audioFolder: string,
  mark: ReturnType<typeof unfinishedMark>,
): Promise<void> {
  if (!mark.isSet()) return
  if (readKind(db) === 'none') {
    await rm(audioFolder, { recursive: true, force: true })
    await mkdir(audioFolder, { recursive: true })
  }
  await mark.clear()
}

/** One process, and one call in it, at a time. Throws CONFLICT. */
async function exclusively(lock: EngineLock, work: () => Promise<void>): Promise<void> {
  if (lock.held()) throw new AppError('CONFLICT', 'The company is being created already. Wait until it is there.')
  lock.acquire()
  try {
    await work()
  } finally {
    lock.release()
  }
}

function refuseSecond({ kind, name }: TenantStatus): void {
  if (kind === 'none') return
  throw new AppError(
    'CONFLICT',
    `The data folder already holds ${kind === 'demo' ? 'the demo company' : 'the company'} ${name}. Use another data folder.`,
  )
}
