import type { ArchivedMessage } from '../../../shared/archives/model.ts'
import type { Proven } from '../proveMessage.ts'

/** voicemails.json: an array, a message a line, in the order of the files. */
export function* voicemailsJson(messages: readonly Proven[]): Generator<string> {
  yield '[\n'
  for (const [index, proven] of messages.entries()) {
    yield `${JSON.stringify(archivedOf(proven))}${index === messages.length - 1 ? '' : ','}\n`
  }
  yield ']\n'
}

function archivedOf({ message, file, proof }: Proven): ArchivedMessage {
  const { id, callerName, callerNumber, receivedAt, timezone, seconds, folder, read, urgent, format, transcript } =
    message
  return {
    id,
    file,
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
