import {
  IconArchive,
  IconChartBar,
  IconFileImport,
  IconPhone,
  IconMail,
  IconPhoneOff,
  IconSettings,
  IconShieldSearch,
  IconUsers,
  type Icon,
} from '@tabler/icons-react'
import type { Permission } from '../../../shared/operators/permissions.ts'

export type Place = {
  href: string
  label: string
  icon: Icon
  alsoUnder?: readonly string[]
  /** Shown to whoever has one of these. */
  needs?: readonly Permission[]
}

/**
 * The pages of the rail, from the top: Offboarding, Users, Extensions & numbers, Voicemail, Archives, Analytics, Import,
 * Audit, Settings.
 */
export const places: readonly Place[] = [
  { href: '/offboarding', label: 'Offboarding', icon: IconPhoneOff, alsoUnder: ['/offboard/', '/runs/'] },
  { href: '/users', label: 'Users', icon: IconUsers },
  { href: '/extensions', label: 'Extensions & numbers', icon: IconPhone, alsoUnder: ['/numbers'] },
  { href: '/voicemail', label: 'Voicemail', icon: IconMail, needs: ['listen'] },
  { href: '/archives', label: 'Archives', icon: IconArchive },
  { href: '/analytics', label: 'Analytics', icon: IconChartBar },
  { href: '/import', label: 'Import', icon: IconFileImport },
  { href: '/audit', label: 'Audit', icon: IconShieldSearch, needs: ['viewAudit', 'readChatAudit'] },
  { href: '/settings', label: 'Settings', icon: IconSettings },
]
