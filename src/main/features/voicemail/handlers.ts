import type { Events, Handlers } from '../../../shared/ipc/contract.ts'
import type { voicemailRoutes } from '../../../shared/voicemail/contract.ts'
import type { ReadDb } from '../../db/sql.ts'
import type { Desktop } from '../../desktop.ts'
import { pageVoicemails } from '../../phoneSystem/embedded/voicemails.ts'
import { withoutTranscript } from '../../../shared/voicemail/model.ts'
import { throttle } from '../../throttle.ts'
import type { MessagesExport } from './exportMessages.ts'
import type { Recordings } from './recordings/service.ts'
import type { Voicemail } from './service.ts'

type Deps = {
  db: ReadDb
  voicemail: Voicemail
  recordings: Recordings
  exportMessages: MessagesExport
  session: { may(permission: 'listen'): boolean }
  emit: Desktop['emit']
}

export function voicemailHandlers({
  db,
  voicemail,
  recordings,
  exportMessages,
  session,
  emit,
}: Deps): Pick<Handlers, keyof typeof voicemailRoutes> {
  let stop = new AbortController()
  return {
    'voicemail.list': ({ extensionId, offset, limit }) => {
      const { total, messages } = pageVoicemails(db, extensionId, offset, limit)
      return { total, messages: session.may('listen') ? messages : messages.map(withoutTranscript) }
    },
    'voicemail.search': voicemail.search,
    'voicemail.count': async ({ of, ...query }) => ({ total: await voicemail.count(query, of) }),
    'voicemail.facets': voicemail.facets,
    'voicemail.extensions': ({ search }) => voicemail.extensions(search),
    'voicemail.owners': ({ side, search }) => voicemail.owners(side, search),
    'voicemail.chosen': ({ only, ...query }) => voicemail.chosen(query, only),
    'voicemail.check': async ({ messages }) => {
      // One dialog shows one check: the one before is not waited for any more.
      stop.abort()
      stop = new AbortController()
      const progress = throttle<Omit<Events['work.progress'], 'work'>>((value) =>
        emit('work.progress', { work: 'recordings', ...value }),
      )
      return recordings.check(messages, { signal: stop.signal, report: progress.report })
    },
    'voicemail.stopCheck': () => stop.abort(),
    'voicemail.acceptDamage': ({ messages, reason }) => recordings.accept(messages, reason),
    'voicemail.export': exportMessages,
  }
}
