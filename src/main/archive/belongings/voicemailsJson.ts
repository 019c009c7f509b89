import type { ArchivedMessage } from '../../../shared/archives/model.ts'
import type { ExtensionNumbers } from '../listing.ts'
import type { Proven } from '../proveMessage.ts'

/** voicemails.json: an array, a message a line, in the order of the files. */
export function* voicemailsJson(messages: readonly Proven[], extensions: ExtensionNumbers): Generator<string> {
  yield '[\n'
  for (const [index, proven] of messages.entries()) {
    yield `${JSON.stringify(archivedOf(proven, extensions))}${index === messages.length - 1 ? '' : ','}\n`
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
