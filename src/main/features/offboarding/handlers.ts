import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { offboardingRoutes } from '../../../shared/offboarding/contract.ts'
import type { Grants } from '../../files/grants.ts'
import type { ReportSaver } from '../../report/saveReport.ts'
import type { Planner } from '../../runs/planner.ts'
import type { Runs } from '../../runs/service.ts'
import type { Drafts } from './draftRepository.ts'

type Deps = {
  planner: Planner
  drafts: Drafts
  runs: Runs
  grants: Grants
  saveReport: ReportSaver
  archiveFolder(): string
}

export function offboardingHandlers({
  planner,
  drafts,
  runs,
  grants,
  saveReport,
  archiveFolder,
}: Deps): Pick<Handlers, keyof typeof offboardingRoutes> {
  return {
    'offboarding.plan': (request) => planner.plan(request),
    'drafts.list': () => drafts.list(),
    'drafts.open': ({ draftId }) => drafts.open(draftId),
    'drafts.create': ({ state }) => ({ draftId: drafts.create(state) }),
    'drafts.save': ({ draftId, state }) => drafts.save(draftId, state),
    'drafts.discard': ({ draftId }) => drafts.discard(draftId),
    'runs.approve': ({ request, planHash }) => runs.approve(request, planHash),
    'runs.start': async ({ archiveFolder: grant, ...request }) => ({
      runId: await runs.start({ ...request, archiveFolder: grant === null ? archiveFolder() : grants.pathOf(grant) }),
    }),
    'runs.list': (page) => runs.list(page),
    'runs.ofPerson': ({ userId }) => runs.ofPerson(userId),
    'runs.show': ({ runId }) => runs.show(runId),
    'runs.cancel': ({ runId }) => runs.cancel(runId),
    'runs.resume': ({ runId }) => runs.resume(runId),
    'runs.abandon': ({ runId }) => runs.abandon(runId),
    'runs.saveReport': ({ runId, format }) => saveReport(runs.show(runId), format),
  }
}
