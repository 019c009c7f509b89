import { Activity, Suspense, lazy } from 'react'
import { QueryView } from '../components/QueryView/QueryView.tsx'
import { useSession, useSessionEvents } from '../data/session.ts'
import { useTenant } from '../data/tenant.ts'
import { useRefreshOnEvents } from '../data/useRefreshOnEvents.ts'
import { FrontPage } from './FrontPage.tsx'
import classes from './Shell.module.css'

// Rail, menus and dialogs are of no use before somebody has signed in.
const Frame = lazy(() => import('./Frame.tsx').then((part) => ({ default: part.Frame })))

const frontOf = { unclaimed: 'claim', signedOut: 'signIn', locked: 'locked' } as const

/**
 * The window: the first start as long as there is no company, the sign-in, then the rail and the pages. The lock hides them
 * with everything that was typed: not drawn, not read out, not reached by the keyboard, and asking nothing.
 */
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
              {({ state, operator }) => (
                <>
                  {/* Before the pages, so that what opens here is not put into them. */}
                  {state !== 'signedIn' && <FrontPage front={frontOf[state]} />}
                  {operator !== null && (
                    <Activity key={operator.id} mode={state === 'signedIn' ? 'visible' : 'hidden'}>
                      <Suspense fallback={skeleton}>
                        <Frame company={name} demo={kind === 'demo'} operator={operator} />
                      </Suspense>
                    </Activity>
                  )}
                </>
              )}
            </QueryView>
          )
        }
      </QueryView>
    </>
  )
}
