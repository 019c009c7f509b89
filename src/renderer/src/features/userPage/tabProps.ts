import type { Inventory } from '../../../../shared/offboarding/inventory.ts'

export type TabProps = { inventory: Inventory }
