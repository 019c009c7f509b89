import type { ArchivedMessage } from '../../../shared/archives/model.ts'
import type { ExtensionNumbers } from '../listing.ts'
import type { PlayableCopies, PlayableCopy } from '../playable/copies.ts'
import type { Proven } from '../proveMessage.ts'

/** voicemails.json: an array, a message a line, in the order of the files. */
export function* voicemailsJson(
  messages: readonly Proven[],
  extensions: ExtensionNumbers,
  { made }: PlayableCopies,
): Generator<string> {
  yield '[\n'
  for (const [index, proven] of messages.entries()) {
    const playable = playableOf(proven, made.get(proven.position))
    yield `${JSON.stringify({ ...archivedOf(proven, extensions), ...playable })}${index === messages.length - 1 ? '' : ','}\n`
  }
  yield ']\n'
}

function archivedOf({ message, file, proof }: Proven, extensions: ExtensionNumbers): ArchivedMessage {
  const { id, callerName, callerNumber, receivedAt, timezone, seconds, folder, read, urgent, format, transcript } =
    message
  return {
    id,
    file,
    extension: extensions.get(message.extensionId) ?? null,
    callerName,
    callerNumber,
    receivedAt,
    timezone,
    seconds,
    folder,
    read,
    urgent,
    format,
    bytes: proof.bytes,
    sha256: proof.sha256,
    transcript,
  }
}

function playableOf({ file }: Proven, copy: PlayableCopy | undefined): Pick<ArchivedMessage, 'playable'> {
  if (copy === undefined) return {}
  const { path, bytes, sha256, decoder } = copy
  return { playable: { file: path, bytes, sha256, derivedFrom: file, decoder } }
}
