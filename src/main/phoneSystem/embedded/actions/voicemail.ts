import type { ActionOf } from '../../../../shared/offboarding/action.ts'
import { counted, drifted, type ActionContext } from './context.ts'
import { removeVoicemail } from './extension.ts'

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
      const target = context.db
        .prepare<[string], { id: string }>('SELECT id FROM extension WHERE extension_number = ?')
        .get(choice.extensionNumber)
      if (target === undefined) throw drifted(`Extension ${choice.extensionNumber} does not exist any more.`)
      const moved = context.db
        .prepare(
          `UPDATE voicemail_message SET extension_id = ?, is_hidden = 0,
              arrived_extension_id = coalesce(arrived_extension_id, extension_id)
            WHERE extension_id = ?`,
        )
        .run(target.id, extensionId).changes
      return `${counted(moved, 'voicemail message')} moved to extension ${choice.extensionNumber}.`
    }
  }
}
