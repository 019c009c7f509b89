import { Anchor } from '@mantine/core'
import { Link } from 'wouter'
import type { Inventory } from '../../../../../shared/offboarding/inventory.ts'
import { useFreedExtension } from '../useFreedExtension.ts'
import classes from '../UserPage.module.css'

/** Why there is no extension, and the way to what became of the one that was there. */
export function NoExtension({ user }: { user: Inventory['user'] }) {
  const freed = useFreedExtension(user.id)
  if (freed === null) return <p className={classes.none}>The user has no extension.</p>
  return (
    <p className={classes.none}>
      Extension {freed.extensionNumber} was freed:{' '}
      <Anchor component={Link} href={`/runs/${freed.runId}`} inherit>
        what became of everything
      </Anchor>
      .
    </p>
  )
}
