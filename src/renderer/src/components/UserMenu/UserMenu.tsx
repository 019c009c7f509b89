import { ActionIcon, Menu } from '@mantine/core'
import {
  IconDots,
  IconRestore,
  IconTrash,
  IconUserCheck,
  IconUserMinus,
  IconUserOff,
  type Icon,
} from '@tabler/icons-react'
import type { UserStatus } from '../../../../shared/directory/model.ts'
import type { Preset } from '../../../../shared/offboarding/presets.ts'
import { useRefusals } from '../../data/session.ts'
import { MenuOption } from '../MenuOption/MenuOption.tsx'
import { userActions } from './userActions.ts'

export type UserMenuProps = {
  user: { name: string; status: UserStatus; extension: string | null }
  onChoose: (preset: Preset) => void
  /** -1 where the row, not the button, is the stop of the Tab key. */
  tabIndex?: number
  opened?: boolean
  onOpenedChange?: (opened: boolean) => void
}

const icons: Readonly<Record<Preset, Icon>> = {
  offboard: IconUserMinus,
  reset: IconRestore,
  deactivate: IconUserOff,
  activate: IconUserCheck,
  delete: IconTrash,
}

/** The ⋯ button of a user. What makes no sense now stays in its place, with the reason under it. */
export function UserMenu({ user, onChoose, tabIndex = 0, opened, onOpenedChange }: UserMenuProps) {
  const refusal = useRefusals()
  return (
    <Menu
      position="bottom-end"
      width={236}
      returnFocus
      withInitialFocusPlaceholder={false}
      {...(opened !== undefined && { opened })}
      {...(onOpenedChange !== undefined && { onChange: onOpenedChange })}
    >
      <Menu.Target>
        <ActionIcon aria-label={`More options for ${user.name}`} tabIndex={tabIndex}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Options for ${user.name}`}>
        {userActions(user, refusal).map(({ preset, label, unavailable }) => {
          const ActionGlyph = icons[preset]
          return (
            <MenuOption
              key={preset}
              label={label}
              icon={<ActionGlyph size={16} aria-hidden />}
              unavailable={unavailable}
              danger={preset === 'delete'}
              onClick={() => onChoose(preset)}
            />
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
