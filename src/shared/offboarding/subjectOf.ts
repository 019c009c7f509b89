import { fullName, type AnyInventory, type MessageInventory } from './inventory.ts'
import type { Subject } from './subject.ts'

/** What a plan of this inventory is about. */
export function subjectOf(inventory: AnyInventory): Subject {
  if ('undo' in inventory) return inventory.subject
  if ('user' in inventory) {
    const { user } = inventory
    const own = inventory.extension?.extensionNumber ?? null
    return { kind: 'person', userId: user.id, name: fullName(user), userName: user.userName, extension: own }
  }
  if ('holder' in inventory) {
    const { id, extensionNumber: number } = inventory.extension
    const holder = inventory.holder?.name ?? null
    return { kind: 'extension', extensionId: id, name: `Extension ${number}`, holder, extension: number }
  }
  const extensions = inventory.extensions.map(({ extensionNumber: number }) => number)
  const only = extensions.length === 1 ? extensions[0]! : null
  return { kind: 'messages', name: nameOf(inventory), extensions, extension: only }
}

function nameOf({ voicemail, extensions }: MessageInventory): string {
  const messages = `${voicemail.count} voicemail ${voicemail.count === 1 ? 'message' : 'messages'}`
  const [only] = extensions
  return extensions.length === 1 && only !== undefined
    ? `${messages} of extension ${only.extensionNumber}`
    : `${messages} of ${extensions.length} extensions`
}
