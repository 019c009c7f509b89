import { ActionIcon, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconDots,
  IconHash,
  IconParking,
  IconPhone,
  IconTransfer,
  IconTrash,
  IconUser,
  IconUserPlus,
  IconVolume,
  type Icon,
} from '@tabler/icons-react'
import type { RowOptions } from '../../components/DataGrid/RowCells.tsx'
import { MenuOption } from '../../components/MenuOption/MenuOption.tsx'
import type { Option, OptionKey } from './tasks.ts'
import classes from './Extensions.module.css'

const icons: Readonly<Record<OptionKey, Icon>> = {
  openExtension: IconPhone,
  openUser: IconUser,
  openVoicemail: IconVolume,
  profile: IconUserPlus,
  reassign: IconTransfer,
  park: IconParking,
  release: IconTrash,
  reclaim: IconArrowBackUp,
}

export type OptionsMenuProps = {
  /** Whose options they are: "Extension 1042". */
  name: string
  options: readonly Option[]
  onChoose: (key: OptionKey) => void
  row?: RowOptions
}

/** The ⋯ button of an extension or a number. What makes no sense now stays in its place, with the reason under it. */
export function OptionsMenu({ name, options, onChoose, row }: OptionsMenuProps) {
  // Fifty rows show and one menu is used: it is made when the row is reached.
  if (row !== undefined && !row.reached && !row.opened)
    return (
      <button
        type="button"
        className={classes.more}
        aria-label={`More options for ${name}`}
        aria-haspopup="menu"
        tabIndex={row.tabIndex}
        onClick={() => row.onOpenedChange(true)}
      >
        <IconDots size={17} aria-hidden />
      </button>
    )
  return (
    <Menu
      position="bottom-end"
      width={236}
      returnFocus
      withInitialFocusPlaceholder={false}
      {...(row !== undefined && { opened: row.opened, onChange: row.onOpenedChange })}
    >
      <Menu.Target>
        <ActionIcon aria-label={`More options for ${name}`} tabIndex={row?.tabIndex ?? 0}>
          <IconDots size={17} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown aria-label={`Options for ${name}`}>
        {options.map(({ key, label, unavailable }) => {
          const OptionGlyph = icons[key] ?? IconHash
          return (
            <MenuOption
              key={key}
              icon={<OptionGlyph size={16} aria-hidden />}
              label={label}
              unavailable={unavailable}
              danger={key === 'release'}
              onClick={() => onChoose(key)}
            />
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
