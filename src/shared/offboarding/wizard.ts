import { z } from 'zod'
import { userId, type UserId } from '../ids.ts'
import { assertNever } from '../ipc/errors.ts'
import { choices, type Choices } from './choices.ts'
import { preset, presetChoices, type Preset } from './presets.ts'

export const wizardSteps = ['person', 'know', 'voicemail', 'number', 'account', 'review', 'run'] as const
export const wizardStep = z.enum(wizardSteps)
export type WizardStep = z.infer<typeof wizardStep>

/** What a draft keeps: where the administrator is, what has been looked at, what was chosen. */
export const wizardState = z.object({
  active: wizardStep,
  /** Steps that were completed; a change to an earlier step takes the later ones back. */
  done: z.array(wizardStep).max(wizardSteps.length),
  preset,
  userId: userId.nullable(),
  choices,
})
export type WizardState = z.infer<typeof wizardState>

export type WizardAction =
  | { type: 'personChosen'; userId: UserId }
  | { type: 'presetChosen'; preset: Preset }
  | { type: 'choicesChanged'; step: WizardStep; change: Partial<Choices> }
  | { type: 'stepCompleted' }
  | { type: 'wentTo'; step: WizardStep }

const position = (step: WizardStep): number => wizardSteps.indexOf(step)

/** A new draft. A menu action for one person starts at the review of its own short plan, an offboarding at what to know. */
export function newWizard(name: Preset, person: UserId | null): WizardState {
  const start = { preset: name, userId: person, choices: presetChoices(name) }
  if (person === null) return { ...start, active: 'person', done: [] }
  if (name === 'offboard') return { ...start, active: 'know', done: ['person'] }
  return { ...start, active: 'review', done: ['person', 'know', 'voicemail', 'number', 'account'] }
}

/** Whether nothing was chosen or gone on with yet: it stands as it was opened, and would be opened again like that. */
export function isUntouched(state: WizardState): boolean {
  const asText = (one: WizardState): string => JSON.stringify(wizardState.parse(one))
  return asText(state) === asText(newWizard(state.preset, state.userId))
}

/** Why a step is not complete yet, or null. Used by the reducer, the stepper, and main when a run is asked for. */
export function stepProblem(state: WizardState, step: WizardStep): string | null {
  if (step === 'person' && state.userId === null) return 'Choose the person who leaves.'
  return null
}

/** A step can be opened when every earlier one is done. */
export function isReachable(state: WizardState, step: WizardStep): boolean {
  return wizardSteps
    .slice(0, position(step))
    .every((earlier) => state.done.includes(earlier) && stepProblem(state, earlier) === null)
}

export function wizardReducer(state: WizardState, action: WizardAction): WizardState {
  switch (action.type) {
    case 'personChosen':
      return state.userId === action.userId
        ? state
        : { ...state, userId: action.userId, choices: presetChoices(state.preset), done: [] }
    case 'presetChosen':
      return { ...state, preset: action.preset, choices: presetChoices(action.preset), done: upTo(state, 'know') }
    case 'choicesChanged':
      return { ...state, choices: { ...state.choices, ...action.change }, done: upTo(state, action.step) }
    case 'stepCompleted':
      return completed(state)
    case 'wentTo':
      return isReachable(state, action.step) ? { ...state, active: action.step } : state
    default:
      return assertNever(action)
  }
}

function upTo(state: WizardState, step: WizardStep): WizardStep[] {
  return state.done.filter((one) => position(one) < position(step))
}

function completed(state: WizardState): WizardState {
  const next = wizardSteps[position(state.active) + 1]
  if (next === undefined || stepProblem(state, state.active) !== null) return state
  return { ...state, active: next, done: [...new Set([...state.done, state.active])] }
}
