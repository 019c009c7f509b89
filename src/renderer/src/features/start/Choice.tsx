import { Button } from '@mantine/core'
import { IconBuilding, IconSparkles } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import classes from './FirstStart.module.css'

type ChoiceProps = {
  /** Back from setting up a company of one's own: the keyboard goes on where that began. */
  returned: boolean
  onDemo: () => void
  onOwn: () => void
}

export function Choice({ returned, onDemo, onOwn }: ChoiceProps) {
  const ownButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (returned) ownButton.current?.focus()
  }, [returned])
  return (
    <div className={classes.choices}>
      <section className={classes.choice} aria-labelledby="start-demo">
        <IconSparkles size={22} aria-hidden />
        <h2 id="start-demo">Explore the demo company</h2>
        <p>
          A made-up company with users, numbers, devices and spoken voicemails. Everything can be tried; nobody real is
          offboarded.
        </p>
        <Button size="sm" onClick={onDemo}>
          Explore the demo company
        </Button>
      </section>
      <section className={classes.choice} aria-labelledby="start-own">
        <IconBuilding size={22} aria-hidden />
        <h2 id="start-own">Set up your own</h2>
        <p>
          A name and a first site, then users from a CSV file and voicemail from your phone system. The data stays on
          this computer.
        </p>
        <Button ref={ownButton} size="sm" variant="default" onClick={onOwn}>
          Set up your own
        </Button>
      </section>
    </div>
  )
}
