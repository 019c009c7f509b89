import type { ChatExportFormat } from '../../../shared/audit/chat.ts'
import type { chatRoutes } from '../../../shared/audit/chatContract.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Clock } from '../../clock.ts'
import type { Desktop } from '../../desktop.ts'
import type { ChatAudit } from './chatService.ts'

type Deps = { chat: ChatAudit; desktop: Pick<Desktop, 'dialogs'>; clock: Clock }

const formatNames: Readonly<Record<ChatExportFormat, string>> = { json: 'JSON', csv: 'CSV', html: 'Web page' }

export function chatHandlers({ chat, desktop, clock }: Deps): Pick<Handlers, keyof typeof chatRoutes> {
  return {
    'chat.search': ({ filter, offset, limit, reason }) => chat.search(filter, offset, limit, reason),
    'chat.around': ({ messageId, earlier, later, reason }) => chat.around(messageId, earlier, later, reason),
    'chat.rooms': () => chat.rooms(),
    'chat.export': async ({ filter, format, reason }) => {
      const path = await desktop.dialogs.saveFile({
        title: 'Export chat',
        suggestedName: `${clock.now().toISOString().slice(0, 10)} chat.${format}`,
        kinds: [{ name: formatNames[format], extensions: [format] }],
      })
      return path === null ? null : chat.export(path, filter, format, reason)
    },
  }
}
