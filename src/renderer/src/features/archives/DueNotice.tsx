import { IconCalendarQuestion } from '@tabler/icons-react'
import { useState } from 'react'
import type { ArchiveContent } from '../../../../shared/archives/model.ts'
import { isDue } from '../../../../shared/archives/notes.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { formatDay } from '../../format/dates.ts'
import { todayUtc } from '../../format/today.ts'
import classes from './Archives.module.css'
import { NotesDialog } from './NotesDialog.tsx'
import { RemoveArchive } from './RemoveArchive.tsx'

/** On an archive whose day has come: what can be done about it. Nothing while it is under hold. */
export function DueNotice({ content }: { content: ArchiveContent }) {
  const [opened, setOpened] = useState<'keep' | 'remove' | null>(null)
  const { archive } = content
  const close = (): void => setOpened(null)
  if (!isDue(archive, todayUtc())) return null
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
