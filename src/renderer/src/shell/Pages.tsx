import { Suspense, lazy, useEffect } from 'react'
import { Redirect, Route, Switch, useLocation } from 'wouter'
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
const FirstStart = lazy(() => import('../features/start/FirstStart.tsx').then((page) => ({ default: page.FirstStart })))
const SignInPage = lazy(() =>
  import('../features/signIn/SignInPage.tsx').then((page) => ({ default: page.SignInPage })),
)
const UnlockPage = lazy(() =>
  import('../features/signIn/UnlockPage.tsx').then((page) => ({ default: page.UnlockPage })),
)
const ClaimPage = lazy(() => import('../features/signIn/ClaimPage.tsx').then((page) => ({ default: page.ClaimPage })))

/** Every page is a chunk of its own, so a start reads only what it shows. */
export function Pages() {
  const [location] = useLocation()
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

const fronts = { start: FirstStart, claim: ClaimPage, signIn: SignInPage, locked: UnlockPage } as const

/** What stands in the whole window as long as nobody is signed in. */
export function FrontPage({ front }: { front: keyof typeof fronts }) {
  const Page = fronts[front]
  // The first page of all is read while somebody types a password.
  useEffect(() => void import('../features/runs/OffboardingHome.tsx'), [])
  return (
    <PageBoundary key={front}>
      <Suspense fallback={null}>
        <Page />
        <ReadyMark front={front} />
      </Suspense>
    </PageBoundary>
  )
}
