import type { ChatMessage } from '../../../../shared/audit/chat.ts'
import classes from './Audit.module.css'

/** A message with what the search found in it marked. */
export function MessageText({ message }: { message: Pick<ChatMessage, 'body'> }) {
  return message.body.map(({ text, hit }, index) =>
    hit ? (
      // Parts of a text have no other name than their place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={classes.mark}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
