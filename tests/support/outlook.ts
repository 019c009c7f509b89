import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner.js'
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader.js'

type Node = { name: string; content: Buffer } | { name: string; below: Node[] }
const text = (id: string, value: string): Node => ({
  name: `__substg1.0_${id}001F`,
  content: Buffer.from(value, 'utf16le'),
})

/** A mail as Outlook saves it (MS-OXMSG): a compound file with a stream a property, and a storage an attachment. */
export function outlookMail(given: {
  headers: string
  subject: string
  body: string
  audio: Buffer
  name: string
  /** Texts by the id of their property, as 6802 for the number of the caller. */
  texts?: Readonly<Record<string, string>>
  /** Numbers by the tag of their property. */
  numbers?: readonly (readonly [tag: number, value: bigint])[]
}): Buffer {
  const properties = (bytes: number): Node => ({ name: '__properties_version1.0', content: Buffer.alloc(bytes) })
  const fixed = (given.numbers ?? []).map(([tag, value]) => {
    const entry = Buffer.alloc(16)
    entry.writeUInt32LE(tag, 0)
    entry.writeUInt32LE(6, 4)
    entry.writeBigUInt64LE(value, 8)
    return entry
  })
  const below: Node[] = [
    text('001A', 'IPM.Note.Microsoft.Voicemail.UM.CA'),
    text('0037', given.subject),
    text('007D', given.headers),
    text('1000', given.body),
    ...Object.entries(given.texts ?? {}).map(([id, value]) => text(id, value)),
    { name: '__properties_version1.0', content: Buffer.concat([Buffer.alloc(32), ...fixed]) },
    {
      name: '__attach_version1.0_#00000000',
      below: [
        text('3707', given.name),
        text('370E', 'audio/wav'),
        { name: '__substg1.0_37010102', content: given.audio },
        properties(8),
      ],
    },
  ]
  const entries: Entry[] = [{ name: 'Root Entry', type: TypeEnum.ROOT, length: 0, children: [] }]
  add(entries, 0, below)
  return Buffer.from(burn(entries))
}

function add(entries: Entry[], parent: number, nodes: readonly Node[]): void {
  for (const node of nodes) {
    const place = entries.length
    entries[parent]!.children!.push(place)
    if ('below' in node) {
      entries.push({ name: node.name, type: TypeEnum.DIRECTORY, length: 0, children: [] })
      add(entries, place, node.below)
    } else {
      const { content } = node
      entries.push({
        name: node.name,
        type: TypeEnum.DOCUMENT,
        length: content.length,
        binaryProvider: () => Uint8Array.from(content),
      })
    }
  }
}
