import { IconCalendarQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchiveContent, ArchiveRow } from '../../../../shared/archives/model.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { formatDay } from '../../format/dates.ts'
import classes from './Archives.module.css'
import { NotesDialog } from './NotesDialog.tsx'
import { RemoveArchive } from './RemoveArchive.tsx'

/** On an archive whose day has come: what can be done about it. Nothing while it is under hold. */
export function DueNotice({ content }: { content: ArchiveContent }) {
  const [opened, setOpened] = useState<'keep' | 'remove' | null>(null)
  const { archive } = content
  const close = (): void => setOpened(null)
  if (!hasCome(archive)) return null
  return (
    <section aria-label="The day has come" className={classes.call} data-tone="amber">
      <IconCalendarQuestion size={16} aria-hidden />
      <span>It was to be kept until {formatDay(archive.keepUntil)}. Nothing goes by itself.</span>
      <AllowedButton permission="manageArchives" variant="default" size="compact-xs" onClick={() => setOpened('keep')}>
        Keep longer…
      </AllowedButton>
      <AllowedButton
        permission="decideArchives"
        variant="default"
        size="compact-xs"
        onClick={() => setOpened('remove')}
      >
        Move to the wastebasket…
      </AllowedButton>
      {opened === 'keep' && <NotesDialog content={content} first="keepUntil" onClose={close} />}
      {opened === 'remove' && <RemoveArchive archive={archive} onClose={close} />}
    </section>
  )
}

type Due = ArchiveRow & { keepUntil: string }

/** As main counts the days: in UTC. */
function hasCome(archive: ArchiveRow): archive is Due {
  const today = new Date().toISOString().slice(0, 10)
  return archive.keepUntil !== null && archive.keepUntil <= today && archive.legalHold === null
}
