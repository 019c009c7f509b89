import { IconUserPlus } from '@tabler/icons-react'
import type { ExtensionRow } from '../../../../shared/extensions/model.ts'
import { hearersOf } from '../../../../shared/extensions/words.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { PageHeader } from '../../components/PageHeader/PageHeader.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { useRefusals } from '../../data/session.ts'
import { OptionsMenu } from './OptionsMenu.tsx'
import { extensionOptions, type Task } from './tasks.ts'
import { useExtensionOptions } from './useOptions.ts'
import { extensionStates } from './words.ts'
import classes from './Extensions.module.css'

type ExtensionHeaderProps = {
  row: ExtensionRow
  back: { href: string; label: string }
  onTask: (task: Task) => void
}

export function ExtensionHeader({ row, back, onTask }: ExtensionHeaderProps) {
  const refusal = useRefusals()
  const choose = useExtensionOptions(onTask)
  const { holder, lastHolder, site, state } = row
  const name = `Extension ${row.extensionNumber}`
  const who = holder?.name ?? (lastHolder === null ? 'Nobody has it' : `Nobody has it; ${lastHolder} had it last`)
  const options = extensionOptions(row, refusal).filter(({ key }) => key !== 'openExtension')
  return (
    <PageHeader
      back={back}
      title={name}
      subtitle={`${who} · ${site}`}
      actions={
        <>
          {holder === null && (
            <AllowedButton
              permission="offboard"
              leftSection={<IconUserPlus size={15} aria-hidden />}
              onClick={() => choose(row, 'profile')}
            >
              Give a new profile…
            </AllowedButton>
          )}
          <OptionsMenu name={name} options={options} onChoose={(key) => choose(row, key)} />
        </>
      }
    >
      <div className={classes.badges}>
        <ToneBadge tone={extensionStates[state].tone}>{extensionStates[state].label}</ToneBadge>
        {row.voicemails > 0 && <ToneBadge tone="gray">Voicemail heard by {lowered(hearersOf(row))}</ToneBadge>}
      </div>
    </PageHeader>
  )
}

function lowered(who: string): string {
  return who === 'Administrators' ? 'administrators' : who
}
