import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { voicemailRoutes } from '../../../shared/voicemail/contract.ts'
import type { ReadDb } from '../../db/sql.ts'
import { pageVoicemails } from '../../phoneSystem/embedded/voicemails.ts'

export function voicemailHandlers(db: ReadDb): Pick<Handlers, keyof typeof voicemailRoutes> {
  return { 'voicemail.list': ({ extensionId, offset, limit }) => pageVoicemails(db, extensionId, offset, limit) }
}
