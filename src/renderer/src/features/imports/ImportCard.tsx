import { IconFolderOpen } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { ErrorAlert } from '../../components/ErrorAlert/ErrorAlert.tsx'
import classes from './Imports.module.css'

export type ImportCardProps = {
  title: string
  icon: ReactNode
  /** What can be imported, and from where. */
  about: ReactNode
  choose: string
  /** What was chosen before and not taken up is still shown. */
  chosen: string | null
  choosing: boolean
  chooseError: unknown
  onChoose: () => void
  children?: ReactNode
}

/** One kind of import: what it takes, the button that asks for it, and below it the preview or the result. */
export function ImportCard(props: ImportCardProps) {
  const { title, icon, about, choose, chosen, choosing, chooseError, onChoose, children } = props
  return (
    <Card title={title} icon={icon}>
      <div className={classes.about}>{about}</div>
      <div className={classes.choose}>
        <AllowedButton
          permission="importData"
          variant={chosen === null ? 'filled' : 'default'}
          leftSection={<IconFolderOpen size={15} aria-hidden />}
          loading={choosing}
          onClick={onChoose}
        >
          {chosen === null ? choose : 'Choose another…'}
        </AllowedButton>
        {chosen !== null && <span className={classes.chosen}>{chosen}</span>}
      </div>
      {chooseError !== null && <ErrorAlert title="The file dialog could not be opened" error={chooseError} />}
      {children}
    </Card>
  )
}
