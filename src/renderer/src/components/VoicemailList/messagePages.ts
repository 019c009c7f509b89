import type { ListedMessage } from './messages.ts'

/** Messages that are read page by page. */
export type Messages = {
  status: 'loading' | 'failed' | 'ready'
  error: Error | null
  total: number
  /** There are more than total says. */
  atLeast: boolean
  messages: ListedMessage[]
  /** Null when everything is here or on its way. */
  loadMore: (() => void) | null
  retry: () => void
}
