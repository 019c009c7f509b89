import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { crc32 } from 'node:zlib'
import { ZipFile } from 'yazl'

export type ZipContent = Readonly<Record<string, string | Uint8Array>>

/** A whole zip, as vendors make them. */
export async function writeZip(path: string, files: ZipContent): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files))
    zip.addBuffer(Buffer.from(content as Uint8Array), name, { mtime: new Date('2026-11-02T14:05:00Z') })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

export type RawEntry = { name: string; content: Uint8Array; mode?: number; crc?: number; flags?: number }

/** A zip of stored entries that says whatever it is told to: names that lead out, links, wrong checksums. */
export function rawZip(entries: readonly RawEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o100644, crc = crc32(content), flags = 0x800 } of entries) {
    const title = Buffer.from(name)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(crc, 0)
    sizes.writeUInt32LE(content.length, 4)
    sizes.writeUInt32LE(content.length, 8)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(flags, 6)
    sizes.copy(head, 14)
    head.writeUInt16LE(title.length, 26)
    const local = Buffer.concat([head, title, content])
    const record = Buffer.alloc(46)
    record.writeUInt32LE(0x02014b50, 0)
    record.writeUInt16LE((3 << 8) | 20, 4)
    record.writeUInt16LE(20, 6)
    record.writeUInt16LE(flags, 8)
    sizes.copy(record, 16)
    record.writeUInt16LE(title.length, 28)
    record.writeUInt32LE((mode << 16) >>> 0, 38)
    record.writeUInt32LE(offset, 42)
    locals.push(local)
    central.push(Buffer.concat([record, title]))
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
