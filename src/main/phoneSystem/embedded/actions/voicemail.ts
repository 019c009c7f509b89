import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { counted, type ActionContext } from './context.ts'
import { removeVoicemail } from './extension.ts'
import { targetId } from './target.ts'

/** Moves the originals to another extension, or deletes them (article, "What happens to the voicemails?"). */
export function voicemailDisposition(
  context: ActionContext,
  { extensionId, choice }: ActionOf<'voicemailDisposition'>,
): string {
  switch (choice.kind) {
    case 'keep':
      return 'The voicemails stay on the extension.'
    case 'delete':
      return `${counted(removeVoicemail(context, extensionId), 'voicemail message')} deleted from the extension.`
    case 'forward': {
      const target = targetId(context, choice.extensionNumber)
      const moved = context.db
        .prepare(
          `UPDATE voicemail_message SET extension_id = ?, is_hidden = 0,
              arrived_extension_id = coalesce(arrived_extension_id, extension_id)
            WHERE extension_id = ?`,
        )
        .run(target, extensionId).changes
      return `${counted(moved, 'voicemail message')} moved to extension ${choice.extensionNumber}.`
    }
  }
}
