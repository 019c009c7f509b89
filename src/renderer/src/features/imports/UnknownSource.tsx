import { IconInfoCircle } from '@tabler/icons-react'
import classes from './Imports.module.css'

/** What was chosen looks like nothing that is known: the operator can still say what it is, and is told why not then. */
export function UnknownSource({ name }: { name: string }) {
  return (
    <p className={classes.hint} role="status">
      <IconInfoCircle size={16} aria-hidden />“{name}” looks like no voicemail that Offhook knows. Choose another folder
      or file, or say above what it is.
    </p>
  )
}
