import { z } from 'zod'
import { choices, type Choices, type ChoicesInput } from './choices.ts'

/** What the ⋯ menu of a user offers; each starts the same plan with other choices. */
export const preset = z.enum(['offboard', 'reset', 'deactivate', 'activate', 'delete'])
export type Preset = z.infer<typeof preset>

const nothing: ChoicesInput = {
  revokeSignIn: false,
  leaveGroups: false,
  reset: false,
  removeLicence: false,
  status: 'leave',
}

const presets: Readonly<Record<Preset, ChoicesInput>> = {
  offboard: {},
  reset: { ...nothing, reset: true },
  deactivate: { ...nothing, revokeSignIn: true, removeLicence: true, status: 'deactivate' },
  activate: { ...nothing, status: 'activate' },
  delete: { ...nothing, revokeSignIn: true, removeLicence: true, delete: true },
}

export function presetChoices(name: Preset): Choices {
  return choices.parse(presets[name])
}
