import { Readable } from 'node:stream'
import { Decrypter, Encrypter } from 'age-encryption'
import { AppError } from '../../../shared/ipc/errors.ts'

// The streams of the web are typed once by Node and once by the browser's library; they are the same.
type WebStream = ReadableStream<Uint8Array>

/** Encrypts a stream for a passphrase in the age format (scrypt, ChaCha20-Poly1305), piece by piece. */
export async function sealStream(plain: Readable, passphrase: string): Promise<AsyncIterable<Uint8Array>> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  const sealed = await encrypter.encrypt(Readable.toWeb(plain) as WebStream)
  return piecesOf(sealed)
}

/**
 * Decrypts what sealStream or the age program made for a passphrase. Each piece is authentic when it comes; a file that
 * was cut is noticed at its end. Throws ARCHIVE_INVALID, for another passphrase with the reason 'passphrase'.
 */
export async function* unsealStream(open: () => Readable, passphrase: string): AsyncGenerator<Uint8Array> {
  // Opened when it is read: nobody would hear before that it cannot be.
  const sealed = open()
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  try {
    yield* piecesOf(await decrypter.decrypt(Readable.toWeb(sealed) as WebStream))
  } catch (cause) {
    if (cause instanceof AppError || (cause instanceof Error && 'code' in cause)) throw cause
    throw notOpened(cause, await asksForPassphrase(open))
  } finally {
    sealed.destroy()
  }
}

/** Whether the head of the file says so (age-encryption.org/v1, "scrypt recipient stanza"), and not that a key opens it. */
async function asksForPassphrase(open: () => Readable): Promise<boolean> {
  for await (const piece of open()) return String(piece).startsWith('age-encryption.org/v1\n-> scrypt ')
  return false
}

/** The library says in words what went wrong. */
function notOpened(cause: unknown, withPassphrase: boolean): AppError {
  const said = cause instanceof Error ? cause.message : String(cause)
  if (withPassphrase && /no identity matched/i.test(said))
    return new AppError(
      'ARCHIVE_INVALID',
      'The passphrase is not the one that it was sealed with. Try it again.',
      { reason: 'passphrase' },
      { cause },
    )
  if (/tag|final chunk|too small|invalid size|unexpected end/i.test(said))
    return new AppError(
      'ARCHIVE_INVALID',
      'The sealed file is damaged or cut short. Get it again from where it came from.',
      {},
      { cause },
    )
  return new AppError(
    'ARCHIVE_INVALID',
    'The file is not an archive that was sealed with a passphrase. Choose another.',
    {},
    { cause },
  )
}

/** Reading on is what drives the work, so that no more than a piece is in memory. */
async function* piecesOf(stream: WebStream): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield value
    }
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}
