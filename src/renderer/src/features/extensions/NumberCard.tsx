import { useState, type ReactNode } from 'react'
import type { ExtensionRow, NumberRow } from '../../../../shared/extensions/model.ts'
import type { ExtensionInventory } from '../../../../shared/offboarding/inventory.ts'
import { AllowedButton } from '../../components/AllowedButton/AllowedButton.tsx'
import { Card } from '../../components/Card/Card.tsx'
import { ItemList } from '../../components/ItemList/ItemList.tsx'
import { ToneBadge } from '../../components/StatusBadge/ToneBadge.tsx'
import { useRefusals } from '../../data/session.ts'
import { formatPhoneNumber } from '../../format/phoneNumbers.ts'
import { dayHere } from '../../../../shared/dayHere.ts'
import { OptionsMenu } from './OptionsMenu.tsx'
import { extensionOptions, numberOptions, type Task } from './tasks.ts'
import { useNumberOptions } from './useOptions.ts'
import { numberStates } from './words.ts'
import classes from './Extensions.module.css'

type NumberCardProps = {
  row: ExtensionRow
  inventory: ExtensionInventory
  icon: ReactNode
  onTask: (task: Task) => void
}
type PhoneNumber = ExtensionInventory['phoneNumbers'][number]

/** The phone numbers of an extension, each with what can be done with it. */
export function NumberCard({ row, inventory, icon, onTask }: NumberCardProps) {
  const refusal = useRefusals()
  const choose = useNumberOptions(onTask)
  const [today] = useState(() => dayHere(new Date()))
  const extension = { id: row.id, extensionNumber: row.extensionNumber }
  const reclaim = extensionOptions(row, refusal).find(({ key }) => key === 'reclaim')
  const listed = inventory.phoneNumbers.map((number) => asRow(row, number))
  return (
    <Card
      title="Phone numbers"
      icon={icon}
      count={listed.length}
      actions={
        <AllowedButton
          size="compact-xs"
          variant="default"
          unavailable={reclaim?.unavailable ?? null}
          onClick={() => onTask({ kind: 'reclaim', extension, phoneNumber: null, unused: false })}
        >
          Reclaim number…
        </AllowedButton>
      }
    >
      <ItemList
        none="No phone number leads here."
        items={listed.map((number) => ({
          key: number.phoneNumber,
          name: formatPhoneNumber(number.phoneNumber),
          detail: [number.country, number.primary && 'primary'].filter(Boolean).join(', '),
          badge: (
            <span className={classes.number}>
              <ToneBadge tone={numberStates[number.state].tone}>{numberStates[number.state].label}</ToneBadge>
              <OptionsMenu
                name={formatPhoneNumber(number.phoneNumber)}
                options={numberOptions(number, refusal, today).filter(({ key }) => isChange(key))}
                onChoose={(key) => choose(number, key)}
              />
            </span>
          ),
        }))}
      />
    </Card>
  )
}

function isChange(key: string): boolean {
  return key === 'reassign' || key === 'park' || key === 'release'
}

function asRow({ id, extensionNumber, holder, site }: ExtensionRow, number: PhoneNumber): NumberRow {
  const { phoneNumber, country, primary, status } = number
  const state = status === 'PORTING' ? 'porting' : holder === null ? 'kept' : 'assigned'
  return { phoneNumber, state, extension: { id, extensionNumber }, holder, site, country, until: null, primary }
}
