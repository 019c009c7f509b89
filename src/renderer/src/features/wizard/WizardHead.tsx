import { CloseButton, Tooltip } from '@mantine/core'
import { useLocation } from 'wouter'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import classes from './Wizard.module.css'

/** What the wizard will do, that nothing of it is lost, and the way out. */
export function WizardHead({ title, saveProblem }: { title: string; saveProblem: string | null }) {
  const [, navigate] = useLocation()
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>
        <Truncated text={title} />
      </h1>
      <span className={saveProblem === null ? classes.saved : classes.notSaved} role="status">
        {saveProblem === null ? 'Saved as a draft' : `The draft is not saved. ${saveProblem}`}
      </span>
      <Tooltip label="Close. The draft stays.">
        <CloseButton aria-label="Close the wizard; the draft stays" onClick={() => navigate('/offboarding')} />
      </Tooltip>
    </header>
  )
}
