import '@mantine/notifications/styles.css'
import { notifications, Notifications } from '@mantine/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { SignedInOperator } from '../../../shared/operators/model.ts'
import { askForHome } from '../data/home.ts'
import { ActivityWatch } from './ActivityWatch.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { MenuCommands } from './MenuCommands.tsx'
import { Pages } from './Pages.tsx'
import { Rail } from './Rail.tsx'
import classes from './Shell.module.css'
import { useFocusAfterLock } from './useFocusAfterLock.ts'

type FrameProps = { company: string; demo: boolean; operator: SignedInOperator }

/** The rail and the pages, for whoever is signed in. */
export function Frame({ company, demo, operator }: FrameProps) {
  const client = useQueryClient()
  // Asked for while the first page's code is on the way; one after the other they would be two waits.
  useEffect(() => askForHome(client), [client])
  useOwnNotifications()
  useFocusAfterLock()
  return (
    <div className={classes.frame}>
      <a href="#main" className={classes.skip} onClick={focusMain}>
        Skip to the page
      </a>
      <Rail company={company} demo={demo} operator={operator} />
      <main id="main" tabIndex={-1} className={classes.main}>
        <div className={classes.page}>
          <Pages />
        </div>
      </main>
      <MenuCommands />
      <ActivityWatch />
      <LiveRegion />
      <Notifications position="bottom-right" limit={3} withinPortal={false} className={classes.toasts ?? ''} />
    </div>
  )
}

/** What was said to the operator before is not for this one; what came up behind the lock is. */
function useOwnNotifications(): void {
  const begun = useRef(false)
  useEffect(() => {
    if (!begun.current) notifications.clean()
    begun.current = true
  }, [])
}

/** The hash is the route here, so the link moves the focus itself. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault()
  document.getElementById('main')?.focus()
}
