import { CloseButton, Tooltip } from '@mantine/core'
import { useLocation } from 'wouter'
import { Truncated } from '../../components/Truncated/Truncated.tsx'
import classes from './Wizard.module.css'

/** untouched: nothing was chosen yet, and so no draft is kept. */
type WizardHeadProps = { title: string; untouched: boolean; saveProblem: string | null }

/** What the wizard will do, that nothing of it is lost, and the way out. */
export function WizardHead({ title, untouched, saveProblem }: WizardHeadProps) {
  const [, navigate] = useLocation()
  return (
    <header className={classes.head}>
      <h1 className={classes.title}>
        <Truncated text={title} />
      </h1>
      <span className={saveProblem === null ? classes.saved : classes.notSaved} role="status">
        {saveProblem !== null ? `The draft is not saved. ${saveProblem}` : untouched ? '' : 'Saved as a draft'}
      </span>
      <Tooltip label={untouched ? 'Close' : 'Close. The draft stays.'}>
        <CloseButton
          aria-label={untouched ? 'Close the wizard' : 'Close the wizard; the draft stays'}
          onClick={() => navigate('/offboarding')}
        />
      </Tooltip>
    </header>
  )
}
