import { countedMessages } from '../../../../shared/archives/library.ts'
import { formatCount, formatQuantity } from '../../format/numbers.ts'

/** "12"; "1,000+" where counting has stopped. */
export function foundCount(messages: number): string {
  return `${formatCount(messages)}${messages === countedMessages ? '+' : ''}`
}

/** "1 message", "1,000+ messages" */
export function foundMessages(messages: number): string {
  return messages === countedMessages ? `${foundCount(messages)} messages` : formatQuantity(messages, 'message')
}
