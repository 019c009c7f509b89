import { z } from 'zod'
import { extensionNumber } from '../ids.ts'
import { route } from '../ipc/route.ts'

export const phoneRuleRoutes = {
  /** Whether the phone system would let an extension dial a number now, and why; nothing is called. */
  'rules.dialCheck': route(
    z.object({ extensionNumber, dialed: z.string().min(1).max(32) }),
    z.object({ allowed: z.boolean(), reason: z.string() }),
  ),
} as const
