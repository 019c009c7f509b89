import { useState } from 'react'
import { Choice } from './Choice.tsx'
import { MakingDemo } from './MakingDemo.tsx'
import { OwnCompanyForm } from './OwnCompanyForm.tsx'
import { useCreateDemo } from '../../data/tenant.ts'
import classes from './FirstStart.module.css'

/** Nothing is set up yet: the demo company to look around in, or a company of one's own. */
export function FirstStart() {
  const [own, setOwn] = useState(false)
  const [returned, setReturned] = useState(false)
  const leave = (): void => {
    setOwn(false)
    setReturned(true)
  }
  const demo = useCreateDemo()
  return (
    <main id="main" className={classes.page} data-own={own || undefined}>
      <div className={classes.inner}>
        <header className={classes.header}>
          <h1 className={classes.title}>Offhook</h1>
          <p className={classes.lead}>Offboards phone users without losing a voicemail.</p>
        </header>
        {demo.isPending || demo.isError || demo.isSuccess ? (
          <MakingDemo demo={demo} />
        ) : own ? (
          <OwnCompanyForm onBack={leave} />
        ) : (
          <Choice returned={returned} onDemo={() => demo.mutate()} onOwn={() => setOwn(true)} />
        )}
      </div>
    </main>
  )
}
