import type { SourceAnswers, SourceField } from '../../../../../shared/imports/contract.ts'
import type { SourceMailbox } from '../source.ts'
import type { ListedExtension } from './extensions.ts'
import type { MessageRecord } from './record.ts'

/** The records of a message store, by the id that its extension has at RingCentral, and what the list of extensions says of it. */
export type Recorded = { extensionId: string; records: readonly MessageRecord[]; listed: ListedExtension | null }

export type Box = { mailbox: SourceMailbox; records: readonly MessageRecord[] }

const remedy =
  "Say its extension in the field for it, or put RingCentral's list of extensions (GET /account/~/extension) as JSON beside the zips."
/** More questions than this nobody answers: the list of extensions does. */
const mostFields = 50

/** The records of a store by the extension that each was left for; one that names none lies where most do. */
export function boxesOf(store: Recorded, answers: SourceAnswers): Box[] {
  const usual = answers[keyOf(store)]?.trim() || usualNumber(store)
  const boxes = new Map<string | null, MessageRecord[]>([[usual, []]])
  for (const record of store.records) {
    const name = numberOf(record) ?? usual
    const box = boxes.get(name)
    if (box === undefined) boxes.set(name, [record])
    else box.push(record)
  }
  return [...boxes].map(([name, records]) => ({ mailbox: mailboxOf(store, name), records }))
}

/** The question which extension a store is of, for those that nothing tells. */
export function fieldsOf(stores: readonly Recorded[], answers: SourceAnswers): SourceField[] {
  return stores
    .filter((store) => usualNumber(store) === null)
    .slice(0, mostFields)
    .map((store) => ({
      key: keyOf(store),
      label: `Extension of ${holderOf(store, null).slice(0, 60) || 'the mailbox'} (id ${store.extensionId})`,
      value: answers[keyOf(store)] ?? '',
      choices: null,
    }))
}

function keyOf({ extensionId }: Recorded): string {
  return `extension.${extensionId}`
}

/** An id of RingCentral is longer than any extension: a mailbox that is called so finds none, and is said. */
function mailboxOf(store: Recorded, name: string | null): SourceMailbox {
  const phoneNumber = store.records.flatMap(({ to }) => to).find((party) => party.phoneNumber)?.phoneNumber ?? ''
  return {
    name: name ?? `id ${store.extensionId}`,
    context: '',
    holder: holderOf(store, name),
    email: store.listed?.email ?? '',
    ...(name === null && { phoneNumber, remedy }),
  }
}

/** The number that most records name, of equals the first; else that of the list of extensions; null when nothing says it. */
function usualNumber({ records, listed }: Recorded): string | null {
  const counts = new Map<string, number>()
  for (const number of records.map(numberOf))
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  return most?.[0] ?? listed?.number ?? null
}

function numberOf({ to }: MessageRecord): string | undefined {
  return to.find((party) => party.extensionNumber)?.extensionNumber ?? undefined
}

function holderOf({ records, listed }: Recorded, name: string | null): string {
  const named = records.flatMap(({ to }) => to).filter((party) => party.name)
  return (named.find((party) => party.extensionNumber === name) ?? named[0])?.name ?? listed?.holder ?? ''
}
