import { Button, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './VoicemailList.module.css'

/** Two lines of what was said, and the rest of it when it is asked for. */
export function Transcript({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  const [cut, setCut] = useState(false)
  const said = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const shown = said.current
    if (shown === null || whole) return undefined
    const observer = new ResizeObserver(() => setCut(shown.scrollHeight > shown.clientHeight))
    observer.observe(shown)
    return () => observer.disconnect()
  }, [whole])
  return (
    <div className={classes.said}>
      <Text
        ref={said}
        size="xs"
        c="dimmed"
        className={classes.transcript}
        data-whole={whole || undefined}
        // What scrolls must be reachable by Tab (WCAG 2.1.1).
        tabIndex={whole ? 0 : undefined}
      >
        {text}
      </Text>
      {cut && (
        <Button size="compact-xs" variant="subtle" flex="none" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {whole ? 'Show less' : 'Show all'}
        </Button>
      )}
    </div>
  )
}
