import { z } from 'zod'

export const stepStatus = z.enum(['pending', 'running', 'done', 'failed', 'skipped', 'undone'])
export type StepStatus = z.infer<typeof stepStatus>
