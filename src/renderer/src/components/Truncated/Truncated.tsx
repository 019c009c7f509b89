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
 * exists only while it shows; it stands beside the line, because a line that it took around itself would be a new element,
 * and a click that has begun on the one before is lost.
 */
export function Truncated({ text, whole, className }: TruncatedProps) {
  const [pointed, setPointed] = useState<HTMLSpanElement | null>(null)
  const enter = ({ currentTarget }: MouseEvent<HTMLSpanElement>): void => {
    if (whole !== undefined || currentTarget.scrollWidth > currentTarget.clientWidth) setPointed(currentTarget)
  }
  return (
    <>
      <span
        className={className === undefined ? classes.text : `${classes.text} ${className}`}
        onMouseEnter={enter}
        onMouseLeave={() => setPointed(null)}
      >
        {text}
      </span>
      {pointed !== null && <Tooltip opened label={whole ?? text} target={pointed} />}
    </>
  )
}
