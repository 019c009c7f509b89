import classes from './UnsavedAlert.module.css'

/** Why the dialog is still there. */
export function UnsavedAlert() {
  return (
    <p className={classes.unsaved} role="alert">
      What was changed is not saved. Finish it, or discard it.
    </p>
  )
}
