import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { mp3Frames } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'
import { writeZip } from '../support/zips.ts'

const extension = 'account/1/extension/401'
const records = [1, 2].map((id) => ({
  id,
  type: 'VoiceMail',
  to: [{ extensionNumber: '1001' }],
  creationTime: `2026-11-0${id}T08:00:00.000Z`,
}))

/** A RingCentral export in three zips, of which one is cut off as a download is that broke. */
async function exportIn(folder: string, torn: string | null): Promise<void> {
  await writeZip(join(folder, '0.zip'), { [`${extension}/message-store.json`]: JSON.stringify({ records }) })
  await writeZip(join(folder, '1.zip'), { [`${extension}/message-store/content/1`]: mp3Frames(3) })
  await writeZip(join(folder, '2.zip'), { [`${extension}/message-store/content/2`]: mp3Frames(5) })
  if (torn !== null) cutOff(join(folder, torn))
}

function cutOff(path: string): void {
  const whole = readFileSync(path)
  writeFileSync(path, whole.subarray(0, whole.length - 30))
}

describe('one of several zips that is torn', () => {
  it('is told by its name, and the others of RingCentral are imported', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    await exportIn(folder, '2.zip')
    expect(await imports.detect(folder)).toContain('ringcentral')
    const result = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(result).toMatchObject({ found: 2, imported: 1, unreadable: 1, unreadableFiles: 1 })
    expect(result.problems).toEqual([
      { outcome: 'unreadable', file: '2.zip', reason: expect.stringContaining('Download it again') as string },
      {
        outcome: 'unreadable',
        file: 'extension/401/2',
        reason: expect.stringContaining('in none of the zips') as string,
      },
    ])
    await exportIn(folder, null)
    const again = await imports.voicemail({ from: 'ringcentral', path: folder })
    expect(again).toMatchObject({ imported: 1, alreadyHere: 1, problemCount: 0 })
  })

  it('is named when it is the one that tells of all messages', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    await exportIn(folder, '0.zip')
    await expect(imports.previewVoicemail({ from: 'ringcentral', path: folder })).rejects.toMatchObject({
      code: 'IMPORT_REJECTED',
      message: expect.stringMatching(/0\.zip.*Download it again/) as string,
    })
  })

  it('is told by its name, and the others of 8x8 are imported', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    const name = (id: number): string => `ipbx:acme:voicemail:users:1001:${id}-+1669555551${id}_E.mp3`
    const object = (id: number): object => ({
      id: `00000000-0000-4000-8000-00000000000${id}`,
      type: 'voicemail',
      objectName: name(id),
      createdTime: `2026-11-0${id}T14:05:00`,
      objectState: 'AVAILABLE',
    })
    writeFileSync(join(folder, 'objects.json'), JSON.stringify([object(1), object(2)]))
    await writeZip(join(folder, 'a.zip'), { [name(1)]: mp3Frames(3) })
    await writeZip(join(folder, 'b.zip'), { [name(2)]: mp3Frames(5) })
    cutOff(join(folder, 'b.zip'))
    const result = await imports.voicemail({ from: '8x8', path: folder })
    expect(result).toMatchObject({ found: 2, imported: 1, unreadable: 1, unreadableFiles: 1 })
    expect(result.problems.map(({ file }) => file)).toEqual(['b.zip', name(2)])
  })

  it('refuses the import where it is the only one', async () => {
    const { imports } = await openImports()
    const folder = testFolder()
    writeFileSync(join(folder, 'objects.json'), '[]')
    await writeZip(join(folder, 'a.zip'), { 'a.mp3': mp3Frames(3) })
    cutOff(join(folder, 'a.zip'))
    for (const path of [folder, join(folder, 'a.zip')])
      await expect(imports.previewVoicemail({ from: '8x8', path })).rejects.toMatchObject({
        code: 'IMPORT_REJECTED',
        message: expect.stringMatching(/^a\.zip is not a whole zip file.*Download it again/) as string,
      })
  })
})
