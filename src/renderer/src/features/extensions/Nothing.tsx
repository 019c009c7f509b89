import classes from './Extensions.module.css'

/** A dash that is read out as what is not there. */
export function Nothing({ what }: { what: string }) {
  return (
    <span className={classes.nothing} role="img" aria-label={what}>
      –
    </span>
  )
}
