import { describe, expect, it } from 'vitest'
import { userId } from '../../src/shared/ids.ts'
import { presetChoices } from '../../src/shared/offboarding/presets.ts'
import {
  isReachable,
  isUntouched,
  newWizard,
  wizardReducer,
  wizardState,
  wizardSteps,
  type WizardAction,
  type WizardState,
} from '../../src/shared/offboarding/wizard.ts'

const dana = userId.parse('u1')
const marcus = userId.parse('u2')
const after = (state: WizardState, ...actions: WizardAction[]): WizardState => actions.reduce(wizardReducer, state)
const completed: WizardAction = { type: 'stepCompleted' }

describe('a wizard that was only opened', () => {
  const opened = [newWizard('offboard', null), newWizard('offboard', dana), newWizard('reset', dana)]

  it('is untouched, also when it was read back', () => {
    for (const state of opened) expect(isUntouched(wizardState.parse(JSON.parse(JSON.stringify(state))))).toBe(true)
  })

  it.each<WizardAction>([
    { type: 'personChosen', userId: marcus },
    { type: 'choicesChanged', step: 'account', change: { delete: true } },
    { type: 'presetChosen', preset: 'reset' },
    completed,
  ])('is touched by $type', (action) => {
    expect(isUntouched(after(newWizard('offboard', dana), action))).toBe(false)
  })

  it('is touched when the person is chosen, though everything else stands as it was', () => {
    expect(isUntouched(after(newWizard('offboard', null), { type: 'personChosen', userId: dana }))).toBe(false)
  })
})

describe('a new wizard', () => {
  it('begins with the person when nobody is chosen', () => {
    expect(newWizard('offboard', null)).toMatchObject({ active: 'person', done: [] })
  })

  it('begins with what to know when the person came from a menu', () => {
    expect(newWizard('offboard', dana)).toMatchObject({ active: 'know', done: ['person'] })
  })

  it.each(['reset', 'deactivate', 'activate', 'delete'] as const)(
    'of the menu entry %s begins with its review',
    (name) => {
      const state = newWizard(name, dana)
      expect(state).toMatchObject({ active: 'review', choices: presetChoices(name) })
      expect(isReachable(state, 'review')).toBe(true)
    },
  )

  it('is a draft that can be read back', () => {
    const state = newWizard('offboard', dana)
    expect(wizardState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state)
  })
})

describe('going on', () => {
  it('is refused without a person, so no plan is made for nobody', () => {
    expect(after(newWizard('offboard', null), completed).active).toBe('person')
  })

  it('passes every step once and ends at the run', () => {
    const state = after(newWizard('offboard', dana), ...wizardSteps.map(() => completed))
    expect(state.active).toBe('run')
    expect(state.done).toEqual(wizardSteps.slice(0, -1))
  })
})

describe('going to a step', () => {
  it('is refused when a step before it is not done', () => {
    expect(after(newWizard('offboard', dana), { type: 'wentTo', step: 'review' }).active).toBe('know')
  })

  it('back keeps what was done, so that the way forward is short', () => {
    const state = after(newWizard('offboard', dana), completed, completed, { type: 'wentTo', step: 'know' })
    expect(state).toMatchObject({ active: 'know', done: ['person', 'know', 'voicemail'] })
  })
})

describe('a changed choice', () => {
  const atReview = after(newWizard('offboard', dana), completed, completed, completed, completed)

  it('takes the later steps back: a review of other choices is no review', () => {
    const state = after(atReview, {
      type: 'choicesChanged',
      step: 'voicemail',
      change: { voicemail: { kind: 'delete' } },
    })
    expect(state.done).toEqual(['person', 'know'])
    expect(isReachable(state, 'review')).toBe(false)
  })

  it('leaves the other choices as they were', () => {
    const state = after(atReview, { type: 'choicesChanged', step: 'account', change: { reset: false } })
    expect(state.choices).toEqual({ ...atReview.choices, reset: false })
  })
})

describe('another person', () => {
  const chosen = after(newWizard('offboard', dana), {
    type: 'choicesChanged',
    step: 'number',
    change: { numbers: { '+12125550142': { kind: 'release' } } },
  })

  it('takes no choice of the one before along', () => {
    const state = after(chosen, { type: 'personChosen', userId: marcus })
    expect(state.choices).toEqual(presetChoices('offboard'))
    expect(state.done).toEqual([])
  })

  it('who is the same one changes nothing', () => {
    expect(after(chosen, { type: 'personChosen', userId: dana })).toBe(chosen)
  })
})
