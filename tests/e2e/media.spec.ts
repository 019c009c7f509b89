import type { Page } from '@playwright/test'
import type { VoicemailMessage } from '../../src/shared/voicemail/model.ts'
import { ask } from './support/invoke.ts'
import { expect, test } from './support/test.ts'

test.use({ company: 'demo' })

/** A message that Chromium plays, of the person with the most messages. */
async function someVoicemail(window: Page): Promise<VoicemailMessage> {
  const { users } = await ask(window, 'users.list', { filter: {}, sort: 'voicemails', descending: true, limit: 1 })
  const { extension } = await ask(window, 'users.show', { userId: users[0]!.id })
  const { messages } = await ask(window, 'voicemail.list', { extensionId: extension!.id, limit: 500 })
  return messages.find(({ format, seconds }) => format === 'wav-pcm' && seconds > 2)!
}

test('audio is answered whole and in ranges', async ({ window }) => {
  const message = await someVoicemail(window)
  const answers = await window.evaluate(async (address) => {
    const get = async (range?: string) => {
      const answer = await fetch(address, range === undefined ? {} : { headers: { Range: range } })
      const bytes = new Uint8Array(await answer.arrayBuffer())
      const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
      const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
      const { status, headers } = answer
      return {
        status,
        length: bytes.length,
        sha256,
        range: headers.get('content-range'),
        type: headers.get('content-type'),
      }
    }
    return {
      whole: await get(),
      middle: await get('bytes=44-143'),
      end: await get('bytes=-10'),
      past: await get('bytes=999999999-'),
    }
  }, `media://voicemail/${message.id}`)
  const { bytes, sha256 } = message
  expect(answers.whole).toMatchObject({ status: 200, length: bytes, sha256, type: 'audio/wav' })
  expect(answers.middle).toMatchObject({ status: 206, length: 100 })
  expect(answers.end).toMatchObject({ status: 206, length: 10 })
  expect(answers.past.status).toBe(416)
})

// Audio that cannot seek starts over whenever somebody drags the position.
test('the player can jump within a message', async ({ window }) => {
  const message = await someVoicemail(window)
  const position = await window.evaluate(
    (address) =>
      new Promise<number>((resolve, reject) => {
        const audio = new Audio(address)
        audio.addEventListener('seeked', () => resolve(audio.currentTime))
        audio.addEventListener('error', () => reject(new Error(audio.error?.message ?? 'no audio')))
        audio.currentTime = 1.5
      }),
    `media://voicemail/${message.id}`,
  )
  expect(position).toBe(1.5)
})

test('an id that is not known is not there', async ({ window }) => {
  const statuses = await window.evaluate(() =>
    Promise.all(
      ['voicemail/unknown', 'voicemail/', 'voicemail/a/b', 'archive/unknown/x', 'archive/x'].map(
        async (place) => (await fetch(`media://${place}`)).status,
      ),
    ),
  )
  expect(statuses).toEqual([404, 404, 404, 404, 404])
})
