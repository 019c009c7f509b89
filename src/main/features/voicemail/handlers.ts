import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { voicemailRoutes } from '../../../shared/voicemail/contract.ts'
import type { ReadDb } from '../../db/sql.ts'
import { pageVoicemails } from '../../phoneSystem/embedded/voicemails.ts'
import { withoutTranscript } from '../../../shared/voicemail/model.ts'
import type { MessagesExport } from './exportMessages.ts'
import type { Recordings } from './recordings/service.ts'
import type { Voicemail } from './service.ts'

type Deps = {
  db: ReadDb
  voicemail: Voicemail
  recordings: Recordings
  exportMessages: MessagesExport
  session: { may(permission: 'listen'): boolean }
}

export function voicemailHandlers({
  db,
  voicemail,
  recordings,
  exportMessages,
  session,
}: Deps): Pick<Handlers, keyof typeof voicemailRoutes> {
  return {
    'voicemail.list': ({ extensionId, offset, limit }) => {
      const { total, messages } = pageVoicemails(db, extensionId, offset, limit)
      return { total, messages: session.may('listen') ? messages : messages.map(withoutTranscript) }
    },
    'voicemail.search': voicemail.search,
    'voicemail.count': async (query) => ({ total: await voicemail.count(query) }),
    'voicemail.facets': voicemail.facets,
    'voicemail.extensions': ({ search }) => voicemail.extensions(search),
    'voicemail.owners': ({ side, search }) => voicemail.owners(side, search),
    'voicemail.chosen': ({ only, ...query }) => voicemail.chosen(query, only),
    'voicemail.check': ({ messages }) => recordings.check(messages),
    'voicemail.acceptDamage': ({ messages, reason }) => recordings.accept(messages, reason),
    'voicemail.export': exportMessages,
  }
}
