import { Tooltip } from '@mantine/core'
import { useState, type MouseEvent } from 'react'
import classes from './Truncated.module.css'

export type TruncatedProps = {
  text: string
  /** What the tooltip says; it then shows also when the text fits. */
  whole?: string
  className?: string | undefined
}

/** One line of text; when it does not fit, its tooltip has the whole. */
export function Truncated({ text, whole, className }: TruncatedProps) {
  const [cut, setCut] = useState(false)
  const measure = ({ currentTarget }: MouseEvent<HTMLSpanElement>): void =>
    setCut(currentTarget.scrollWidth > currentTarget.clientWidth)
  return (
    <Tooltip label={whole ?? text} disabled={!cut && whole === undefined}>
      <span className={[classes.text, className].join(' ')} onMouseEnter={measure}>
        {text}
      </span>
    </Tooltip>
  )
}
