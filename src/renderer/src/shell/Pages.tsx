import { Suspense, lazy, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
import { leaveProblems } from '../components/ErrorAlert/showProblem.ts'
import { PageBoundary } from './PageBoundary.tsx'
import { ReadyMark } from './ReadyMark.tsx'

const OffboardingHome = lazy(() =>
  import('../features/runs/OffboardingHome.tsx').then((page) => ({ default: page.OffboardingHome })),
)
const RunPage = lazy(() => import('../features/runs/RunPage.tsx').then((page) => ({ default: page.RunPage })))
const WizardPage = lazy(() =>
  import('../features/wizard/WizardPage.tsx').then((page) => ({ default: page.WizardPage })),
)
const UsersPage = lazy(() => import('../features/users/UsersPage.tsx').then((page) => ({ default: page.UsersPage })))
const UserPage = lazy(() => import('../features/userPage/UserPage.tsx').then((page) => ({ default: page.UserPage })))
const VoicemailPage = lazy(() =>
  import('../features/voicemail/VoicemailPage.tsx').then((page) => ({ default: page.VoicemailPage })),
)
const ExtensionsPage = lazy(() =>
  import('../features/extensions/ExtensionsPage.tsx').then((page) => ({ default: page.ExtensionsPage })),
)
const ExtensionPage = lazy(() =>
  import('../features/extensions/ExtensionPage.tsx').then((page) => ({ default: page.ExtensionPage })),
)
const ArchivesPage = lazy(() =>
  import('../features/archives/ArchivesPage.tsx').then((page) => ({ default: page.ArchivesPage })),
)
const ArchivePage = lazy(() =>
  import('../features/archives/ArchivePage.tsx').then((page) => ({ default: page.ArchivePage })),
)
const AnalyticsPage = lazy(() =>
  import('../features/analytics/AnalyticsPage.tsx').then((page) => ({ default: page.AnalyticsPage })),
)
const ImportPage = lazy(() =>
  import('../features/imports/ImportPage.tsx').then((page) => ({ default: page.ImportPage })),
)
const AuditPage = lazy(() => import('../features/audit/AuditPage.tsx').then((page) => ({ default: page.AuditPage })))
const SettingsPage = lazy(() =>
  import('../features/settings/SettingsPage.tsx').then((page) => ({ default: page.SettingsPage })),
)
/** Every page is a chunk of its own, so a start reads only what it shows. */
export function Pages() {
  const [location] = useLocation()
  useEffect(() => {
    addEventListener('hashchange', leaveProblems)
    return () => removeEventListener('hashchange', leaveProblems)
  }, [])
  return (
    <PageBoundary key={location}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/offboarding" component={OffboardingHome} />
          <Route path="/offboard/:draftId" component={WizardPage} />
          <Route path="/runs/:runId" component={RunPage} />
          <Route path="/users" component={UsersPage} />
          <Route path="/users/:userId" component={UserPage} />
          <Route path="/voicemail" component={VoicemailPage} />
          <Route path="/extensions" component={ExtensionsPage} />
          <Route path="/numbers" component={ExtensionsPage} />
          <Route path="/extensions/:extensionId" component={ExtensionPage} />
          <Route path="/extensions/:extensionId/:part" component={ExtensionPage} />
          <Route path="/archives" component={ArchivesPage} />
          <Route path="/archives/:archiveId" component={ArchivePage} />
          <Route path="/analytics" component={AnalyticsPage} />
          <Route path="/import" component={ImportPage} />
          <Route path="/audit" component={AuditPage} />
          <Route path="/audit/:part" component={AuditPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route>
            <Redirect to="/offboarding" replace />
          </Route>
        </Switch>
        <ReadyMark front="pages" />
      </Suspense>
    </PageBoundary>
  )
}
