import type { ReactNode } from 'react'
import { PageBody } from '../PageHeader/PageBody.tsx'
import classes from './Card.module.css'

/** A page of cards, as many beside each other as there is room for. */
export function CardTab({ children }: { children: ReactNode }) {
  return (
    <PageBody>
      <div className={classes.cards}>{children}</div>
    </PageBody>
  )
}
