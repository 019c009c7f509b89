import type { ReactNode } from 'react'
import classes from './ItemList.module.css'

export type Item = { key: string; name: ReactNode; detail?: ReactNode; badge?: ReactNode }

/** The things of one kind, a line each; or a sentence that there are none. */
export function ItemList({ items, none }: { items: readonly Item[]; none: string }) {
  if (items.length === 0) return <p className={classes.none}>{none}</p>
  return (
    <ul className={classes.items}>
      {items.map(({ key, name, detail, badge }) => (
        <li key={key} className={classes.item}>
          <span className={classes.itemName}>{name}</span>
          {detail !== undefined && <span className={classes.itemDetail}>{detail}</span>}
          {badge}
        </li>
      ))}
    </ul>
  )
}
