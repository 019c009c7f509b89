import { Suspense, lazy } from 'react'
import { QueryView } from '../components/QueryView/QueryView.tsx'
import { useSession, useSessionEvents } from '../data/session.ts'
import { useTenant } from '../data/tenant.ts'
import { useRefreshOnEvents } from '../data/useRefreshOnEvents.ts'
import { FrontPage } from './FrontPage.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import classes from './Shell.module.css'

// Rail, menus and dialogs are of no use before somebody has signed in.
const Frame = lazy(() => import('./Frame.tsx').then((part) => ({ default: part.Frame })))

const frontOf = { unclaimed: 'claim', signedOut: 'signIn', locked: 'locked' } as const

/** The window: the first start as long as there is no company, the sign-in, then the rail and the pages. */
export function Shell() {
  useRefreshOnEvents()
  useSessionEvents()
  const tenant = useTenant()
  const session = useSession()
  const skeleton = <div className={classes.blank} aria-busy="true" />
  return (
    <>
      <QueryView query={tenant} failed="Offhook could not open its data" skeleton={skeleton}>
        {({ kind, name }) =>
          kind === 'none' ? (
            <FrontPage front="start" />
          ) : (
            <QueryView query={session} failed="Offhook could not tell who is signed in" skeleton={skeleton}>
              {({ state, operator }) =>
                state === 'signedIn' && operator !== null ? (
                  <Suspense fallback={skeleton}>
                    <Frame company={name} demo={kind === 'demo'} operator={operator} />
                  </Suspense>
                ) : (
                  <FrontPage front={frontOf[state === 'signedIn' ? 'signedOut' : state]} />
                )
              }
            </QueryView>
          )
        }
      </QueryView>
      <LiveRegion />
    </>
  )
}
