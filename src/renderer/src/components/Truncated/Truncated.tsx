import { Tooltip } from '@mantine/core'
import { useState, type MouseEvent } from 'react'
import classes from './Truncated.module.css'

export type TruncatedProps = {
  text: string
  /** What the tooltip says; it then shows also when the text fits. */
  whole?: string
  className?: string | undefined
}

/**
 * One line of text; when it does not fit, its tooltip has the whole. A long list has hundreds of these, so the tooltip
 * exists only while it shows.
 */
export function Truncated({ text, whole, className }: TruncatedProps) {
  const [shown, setShown] = useState(false)
  const enter = ({ currentTarget }: MouseEvent<HTMLSpanElement>): void =>
    setShown(whole !== undefined || currentTarget.scrollWidth > currentTarget.clientWidth)
  const line = (
    <span
      className={className === undefined ? classes.text : `${classes.text} ${className}`}
      onMouseEnter={enter}
      onMouseLeave={() => setShown(false)}
    >
      {text}
    </span>
  )
  return shown ? (
    <Tooltip opened label={whole ?? text}>
      {line}
    </Tooltip>
  ) : (
    line
  )
}
