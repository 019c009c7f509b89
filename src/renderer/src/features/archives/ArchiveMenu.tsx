import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchiveRow } from '../../../../shared/archives/model.ts'
import { whyKept } from '../../../../shared/archives/notes.ts'
import { MenuOption } from '../../components/MenuOption/MenuOption.tsx'
import { useRefusals } from '../../data/session.ts'
import { todayUtc } from '../../format/today.ts'
import { archiveName } from './archiveName.ts'
import { CompareArchives } from './CompareArchives.tsx'
import { ExportArchive } from './ExportArchive.tsx'
import { ForgetArchive } from './ForgetArchive.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { RemoveArchive } from './RemoveArchive.tsx'
import { SealArchive } from './SealArchive.tsx'

const dialogs = {
  compare: CompareArchives,
  export: ExportArchive,
  seal: SealArchive,
  hold: HoldDialog,
  forget: ForgetArchive,
  remove: RemoveArchive,
}

/** The ⋯ menu of an archive. What cannot be chosen says why. */
export function ArchiveMenu({ archive }: { archive: ArchiveRow }) {
  const [opened, setOpened] = useState<keyof typeof dialogs | null>(null)
  const refusal = useRefusals()
  const Dialog = opened === null ? null : dialogs[opened]
  const gone = archive.present ? null : 'The folder is not where it was.'
  return (
    <>
      <Menu position="bottom-end" width={300} returnFocus withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon aria-label={`More options for ${archiveName(archive)}`}>
            <IconDots size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <MenuOption label="Compare with another…" unavailable={gone} onClick={() => setOpened('compare')} />
          <MenuOption
            label="Export as one zip…"
            unavailable={refusal('exportData') ?? gone}
            onClick={() => setOpened('export')}
          />
          <MenuOption
            label="Seal with a passphrase…"
            unavailable={refusal('exportData') ?? gone}
            onClick={() => setOpened('seal')}
          />
          <MenuOption
            label={archive.legalHold === null ? 'Put under legal hold…' : 'Lift the legal hold…'}
            unavailable={refusal('decideArchives')}
            onClick={() => setOpened('hold')}
          />
          <MenuOption
            label="Take off the list, keep the files…"
            unavailable={refusal('manageArchives')}
            onClick={() => setOpened('forget')}
          />
          <MenuOption
            label="Move the files to the wastebasket…"
            unavailable={refusal('decideArchives') ?? gone ?? whyNotRemove(archive)}
            onClick={() => setOpened('remove')}
          />
        </Menu.Dropdown>
      </Menu>
      {Dialog !== null && <Dialog archive={archive} onClose={() => setOpened(null)} />}
    </>
  )
}

function whyNotRemove(archive: ArchiveRow): string | null {
  if (archive.keepUntil === null) return 'Only an archive whose day has come can go. Set the day in its notes.'
  return whyKept(archive, todayUtc())
}
