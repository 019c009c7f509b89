import { Button, Menu, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState, type FormEvent } from 'react'
import type { ChatExportFormat, ChatFilter } from '../../../../shared/audit/chat.ts'
import { tellSaved } from '../../components/ErrorAlert/tellSaved.ts'
import { ExportButton } from '../../components/ListTools/ExportButton.tsx'
import { PeriodFields } from '../../components/PeriodFields/PeriodFields.tsx'
import { SearchSelect } from '../../components/SearchSelect/SearchSelect.tsx'
import { useChatRooms, useExportChat, useNoMessageFound, type ChatSearch } from '../../data/audit.ts'
import { formatQuantity } from '../../format/numbers.ts'
import classes from './Audit.module.css'
import { dayEnd, dayStart, endDay, given, startDay } from './dayRange.ts'

const formats: readonly [ChatExportFormat, string][] = [
  ['json', 'JSON'],
  ['csv', 'CSV'],
  ['html', 'Web page'],
]

type Searched = Omit<ChatSearch, 'reason'>
type ChatFormProps = { searched: Searched | null; reason: string; onSearch: (filter: ChatFilter) => void }

/** A search is made on demand, not while typing: each one is a look that is logged. */
export function ChatForm({ searched, reason, onSearch }: ChatFormProps) {
  const last = searched?.filter
  const rooms = useChatRooms().data ?? []
  const [words, setWords] = useState(last?.words ?? '')
  const [person, setPerson] = useState(last?.person ?? '')
  const [room, setRoom] = useState<string | null>(last?.room ?? null)
  const [from, setFrom] = useState(startDay(last?.from))
  const [until, setUntil] = useState(endDay(last?.until))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSearch(
      given<ChatFilter>({
        words: words.trim(),
        person: person.trim(),
        room: room ?? undefined,
        from: dayStart(from),
        until: dayEnd(until),
      }),
    )
  }
  return (
    <form role="search" aria-label="Chat" className={classes.tools} onSubmit={submit}>
      <TextInput
        label="Words"
        w={190}
        value={words}
        maxLength={200}
        onChange={(e) => setWords(e.currentTarget.value)}
      />
      <TextInput
        label="Person"
        placeholder="Name as it was"
        w={160}
        value={person}
        maxLength={200}
        onChange={(e) => setPerson(e.currentTarget.value)}
      />
      <SearchSelect
        label="Room"
        placeholder="Any room"
        clearable
        w={150}
        data={rooms}
        value={room}
        onChange={setRoom}
      />
      <PeriodFields width={136} from={from} to={until} onFrom={setFrom} onTo={setUntil} />
      <div className={classes.push}>
        <Button type="submit" leftSection={<IconSearch size={15} aria-hidden />}>
          Search
        </Button>
        {searched === null ? (
          <ExportButton permission="readChatAudit" unavailable="Search first: what is found is exported" />
        ) : (
          <ExportMenu {...searched} reason={reason} />
        )}
      </div>
    </form>
  )
}

function ExportMenu(search: ChatSearch) {
  const { filter, reason } = search
  const save = useExportChat()
  const empty = useNoMessageFound(search)
  const saveAs = (format: ChatExportFormat): void => {
    tellSaved(save.mutateAsync({ filter, reason, format }), {
      saved: ({ count, fileName }) => `${formatQuantity(count, 'message')} saved as ${fileName}`,
      failed: 'The chat was not exported',
    })
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ExportButton permission="readChatAudit" empty={empty} loading={save.isPending} />
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map(([format, name]) => (
          <Menu.Item key={format} onClick={() => saveAs(format)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
