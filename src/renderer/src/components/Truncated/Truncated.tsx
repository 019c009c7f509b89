import { Tooltip } from '@mantine/core'
import { useState, type MouseEvent } from 'react'
import classes from './Truncated.module.css'

/** One line of text; when it does not fit, its tooltip has the whole. */
export function Truncated({ text, className }: { text: string; className?: string | undefined }) {
  const [cut, setCut] = useState(false)
  const measure = ({ currentTarget }: MouseEvent<HTMLSpanElement>): void =>
    setCut(currentTarget.scrollWidth > currentTarget.clientWidth)
  return (
    <Tooltip label={text} disabled={!cut}>
      <span className={[classes.text, className].join(' ')} onMouseEnter={measure}>
        {text}
      </span>
    </Tooltip>
  )
}
