import { QueryView } from '../components/QueryView/QueryView.tsx'
import { useTenant } from '../data/tenant.ts'
import { useRefreshOnEvents } from '../data/useRefreshOnEvents.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { MenuCommands } from './MenuCommands.tsx'
import { Pages, StartPage } from './Pages.tsx'
import { Rail } from './Rail.tsx'
import classes from './Shell.module.css'

/** The frame of the window: the first start as long as there is no company, then the rail and the pages. */
export function Shell() {
  useRefreshOnEvents()
  const tenant = useTenant()
  return (
    <>
      <QueryView
        query={tenant}
        failed="Offhook could not open its data"
        skeleton={<div className={classes.blank} aria-busy="true" />}
      >
        {({ kind, name }) =>
          kind === 'none' ? (
            <StartPage />
          ) : (
            <div className={classes.frame}>
              <a href="#main" className={classes.skip} onClick={focusMain}>
                Skip to the page
              </a>
              <Rail company={name} demo={kind === 'demo'} />
              <main id="main" tabIndex={-1} className={classes.main}>
                <Pages />
              </main>
              <MenuCommands />
            </div>
          )
        }
      </QueryView>
      <LiveRegion />
    </>
  )
}

/** The hash is the route here, so the link moves the focus itself. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
