import type { SourceMailbox } from '../source.ts'
import type { MessageRecord } from './record.ts'

/** The records of a message store, by the id that its extension has at RingCentral. */
export type Recorded = { extensionId: string; records: readonly MessageRecord[] }

type Box = { mailbox: SourceMailbox; records: readonly MessageRecord[] }

/** The records of a store by the extension that each was left for; one that names none lies where most do. */
export function boxesOf(store: Recorded): Box[] {
  const usual = usualName(store)
  const boxes = new Map<string, MessageRecord[]>([[usual, []]])
  for (const record of store.records) {
    const name = numberOf(record) ?? usual
    const box = boxes.get(name)
    if (box === undefined) boxes.set(name, [record])
    else box.push(record)
  }
  return [...boxes].map(([name, records]) => ({
    mailbox: { name, context: '', holder: holderOf(name, records), email: '' },
    records,
  }))
}

/** The number that most records name, of equals the first; else the id of the extension in the export. */
function usualName({ extensionId, records }: Recorded): string {
  const counts = new Map<string, number>()
  for (const number of records.map(numberOf))
    if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
  const [most] = [...counts].toSorted(([, one], [, other]) => other - one)
  // An id of RingCentral is longer than any extension; without a number the mailbox finds no extension, and is said.
  return most?.[0] ?? `id ${extensionId}`
}

function numberOf({ to }: MessageRecord): string | undefined {
  return to.find((party) => party.extensionNumber !== undefined)?.extensionNumber
}

function holderOf(name: string, records: readonly MessageRecord[]): string {
  const named = records.flatMap(({ to }) => to).filter((party) => party.name !== undefined)
  return (named.find((party) => party.extensionNumber === name) ?? named[0])?.name ?? ''
}
