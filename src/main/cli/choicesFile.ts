import { access, constants, readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { AppError } from '../../shared/ipc/errors.ts'
import {
  choices,
  defaultChoices,
  extensionChoices,
  type Choices,
  type ExtensionChoices,
} from '../../shared/offboarding/choices.ts'
import type { CliIo } from './io.ts'

/** No choices file is longer; stdin may never end. */
const maximalBytes = 1024 * 1024

/** The choices of a file, or of stdin for "-"; the defaults without one. Throws VALIDATION_FAILED. */
export async function readChoices(source: string | undefined, io: CliIo): Promise<Choices> {
  return source === undefined ? defaultChoices() : read(source, io, choices, 'plan')
}

/** The same for an extension; nothing is decided without one. */
export async function readExtensionChoices(source: string | undefined, io: CliIo): Promise<ExtensionChoices> {
  return source === undefined ? extensionChoices.parse({}) : read(source, io, extensionChoices, 'extension change')
}

async function read<T>(source: string, io: CliIo, schema: z.ZodType<T>, command: string): Promise<T> {
  const parsed = schema.safeParse(parseJson(await readText(source, io.stdin), 'The choices are'))
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'choices'}: ${issue.message}`)
  throw new AppError(
    'VALIDATION_FAILED',
    `The choices are not valid: ${issues.join('; ')}. See the example: ${command} --help`,
    { issues },
  )
}

/** Throws VALIDATION_FAILED; what begins the sentence that says so. */
export function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (cause) {
    throw new AppError('VALIDATION_FAILED', `${what} not JSON. Check quotes, commas and brackets.`, {}, { cause })
  }
}

/** A file's text. Throws VALIDATION_FAILED when it cannot be read. */
export async function readInput(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((cause: unknown) => {
    throw unreadable('file', path, cause)
  })
}

/** Before anything is opened or made for it. Throws VALIDATION_FAILED for a file or folder that cannot be read. */
export async function requireInput(path: string): Promise<void> {
  await access(path, constants.R_OK).catch((cause: unknown) => {
    throw unreadable('file or folder', path, cause)
  })
}

function unreadable(what: string, path: string, cause: unknown): AppError {
  return new AppError(
    'VALIDATION_FAILED',
    `The ${what} ${path} cannot be read. Check its path and permissions.`,
    {},
    { cause },
  )
}

/** The text of a file, or of stdin for "-". Throws VALIDATION_FAILED. */
export async function readText(source: string, stdin: AsyncIterable<Uint8Array>): Promise<string> {
  if (source !== '-') return readInput(source)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of stdin) {
    bytes += chunk.length
    if (bytes > maximalBytes)
      throw new AppError('VALIDATION_FAILED', 'The choices are longer than 1 MB. See the example: plan --help')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
