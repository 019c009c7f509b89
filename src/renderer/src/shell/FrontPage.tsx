import { Suspense, lazy } from 'react'
import { SignInPage } from '../features/signIn/SignInPage.tsx'
import { PageBoundary } from './PageBoundary.tsx'
import { ReadyMark } from './ReadyMark.tsx'

const FirstStart = lazy(() => import('../features/start/FirstStart.tsx').then((page) => ({ default: page.FirstStart })))
const UnlockPage = lazy(() =>
  import('../features/signIn/UnlockPage.tsx').then((page) => ({ default: page.UnlockPage })),
)
const ClaimPage = lazy(() => import('../features/signIn/ClaimPage.tsx').then((page) => ({ default: page.ClaimPage })))

/** The sign-in is what nearly every start shows, so it comes with the first script. */
const fronts = { start: FirstStart, claim: ClaimPage, signIn: SignInPage, locked: UnlockPage } as const

/** What stands in the whole window as long as nobody is signed in. */
export function FrontPage({ front }: { front: keyof typeof fronts }) {
  const Page = fronts[front]
  return (
    <PageBoundary key={front}>
      <Suspense fallback={null}>
        <Page />
        <ReadyMark front={front} onPainted={readAhead} />
      </Suspense>
    </PageBoundary>
  )
}

/** The frame and the first page of all are read while somebody types a password. */
function readAhead(): void {
  void import('./Frame.tsx')
  void import('../features/runs/OffboardingHome.tsx')
}
