import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { wavOf } from '../support/audio.ts'
import { testFolder } from '../support/folder.ts'
import { openImports } from '../support/importData.ts'

const wav = (seconds: number, fill = 0): Buffer => wavOf({ tag: 1, seconds, fill })
const messages = `SELECT extension_number AS extension, caller_name AS name, caller_number AS number, received_at AS at, folder,
    is_read AS read, is_urgent AS urgent, transcript
  FROM voicemail_message JOIN extension ON extension.id = extension_id ORDER BY received_at, seconds`

type Part = { type: string; name: string; audio: Buffer }

/** A mail line by line, with the lines between its parts as telephone systems write them. */
function mailOf(headers: readonly string[], body: readonly string[], parts: readonly Part[]): string {
  const attached = parts.flatMap(({ type, name, audio }) => [
    '------voicemail_100142421727165732',
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    'Content-Description: Voicemail sound attachment.',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    audio.toString('base64').replaceAll(/(.{76})/g, '$1\n'),
    '',
  ])
  return [
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="----voicemail_100142421727165732"',
    '',
    'This is a multi-part message in MIME format.',
    '',
    '------voicemail_100142421727165732',
    ...body,
    ...attached,
    '------voicemail_100142421727165732--',
    '',
  ].join('\n')
}

const plain = (...lines: string[]): string[] => ['Content-Type: text/plain; charset=UTF-8', '', ...lines, '']
const recording = (seconds: number, fill = 0, name = 'msg0000.wav'): Part => ({
  type: 'audio/x-wav',
  name,
  audio: wav(seconds, fill),
})

async function imported(mails: readonly string[]) {
  const { imports, rows } = await openImports()
  const folder = testFolder()
  mails.forEach((mail, index) => writeFileSync(join(folder, `${index}.eml`), mail))
  return { result: await imports.voicemail({ from: 'mail', path: folder }), rows }
}

describe('a mail without a time', () => {
  const headers = ['From: Ana Ruiz <ana@example.com>', 'To: dana@example.com', 'Message-ID: <1@example.com>']

  it('is noted once, with the time that was taken', async () => {
    const { result, rows } = await imported([mailOf(headers, plain('Hello'), [recording(3)])])
    expect(result.problems).toEqual([
      {
        outcome: 'guessed',
        file: '0.eml',
        reason: 'The time of the message is missing: the first second of 1970 was taken.',
      },
    ])
    expect(rows(messages)).toMatchObject([{ at: '1970-01-01T00:00:00.000Z' }])
  })
})
