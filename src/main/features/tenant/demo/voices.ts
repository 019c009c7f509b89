import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256 } from '../../../../shared/ids.ts'
import { AppError } from '../../../../shared/ipc/errors.ts'
import { audioFormat } from '../../../../shared/voicemail/model.ts'

const clip = z.object({
  file: z.string(),
  format: audioFormat,
  seconds: z.number(),
  bytes: z.int(),
  sha256,
  transcript: z.string(),
  lang: z.string(),
})
const voices = z.object({
  messages: z.array(clip.extend({ callerName: z.string(), callerNumber: z.string() })).min(1),
  greetings: z.array(clip.extend({ kind: z.enum(['unavailable', 'busy', 'name', 'temporary']) })).min(1),
})
export type Voices = z.infer<typeof voices>
export type MessageVoice = Voices['messages'][number]

/** The spoken clips that come with Offhook. Throws FILE_PROBLEM when they are not there. */
export async function readVoices(folder: string): Promise<Voices> {
  try {
    return voices.parse(JSON.parse(await readFile(join(folder, 'voices.json'), 'utf8')))
  } catch (cause) {
    throw new AppError(
      'FILE_PROBLEM',
      'The voices of the demo company are missing from the installation. Install Offhook again.',
      {},
      { cause },
    )
  }
}
