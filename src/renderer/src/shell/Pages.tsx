import { Suspense, lazy } from 'react'
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
const ArchivesPage = lazy(() =>
  import('../features/archives/ArchivesPage.tsx').then((page) => ({ default: page.ArchivesPage })),
)
const ArchivePage = lazy(() =>
  import('../features/archives/ArchivePage.tsx').then((page) => ({ default: page.ArchivePage })),
)
const ImportPage = lazy(() =>
  import('../features/imports/ImportPage.tsx').then((page) => ({ default: page.ImportPage })),
)
const SettingsPage = lazy(() =>
  import('../features/settings/SettingsPage.tsx').then((page) => ({ default: page.SettingsPage })),
)
const FirstStart = lazy(() => import('../features/start/FirstStart.tsx').then((page) => ({ default: page.FirstStart })))

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
          <Route path="/archives" component={ArchivesPage} />
          <Route path="/archives/:archiveId" component={ArchivePage} />
          <Route path="/import" component={ImportPage} />
          <Route path="/settings" component={SettingsPage} />
          <Route>
            <Redirect to="/offboarding" replace />
          </Route>
        </Switch>
        <ReadyMark />
      </Suspense>
    </PageBoundary>
  )
}

export function StartPage() {
  return (
    <PageBoundary>
      <Suspense fallback={null}>
        <FirstStart />
        <ReadyMark />
      </Suspense>
    </PageBoundary>
  )
}
