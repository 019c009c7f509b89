import type { UserId } from '../ids.ts'
import type { StepKind } from './action.ts'
import type { Blocker } from './findings.ts'
import type { Operator } from './step.ts'

type Leaver = { userId: UserId; name: string }
/** primaryOperator: the person behind the primary administrator of Offhook. */
type Desk = { operator: Operator; primaryOperator?: UserId | undefined }

const endsSignIn: readonly StepKind[] = ['revokeSignIn', 'deactivate', 'delete']

/**
 * Nobody offboards themselves, and Offhook is never left without its primary administrator. kinds: of the steps that are to be
 * carried out; asked when a run is planned and when it goes on, because much can have happened since.
 */
export function deskBlockers(
  leaver: Leaver,
  kinds: readonly StepKind[],
  { operator, primaryOperator }: Desk,
): Blocker[] {
  const losesSignIn = kinds.some((kind) => endsSignIn.includes(kind))
  if (losesSignIn || kinds.includes('reset')) {
    const own = ownBlockers(leaver, operator)
    if (own.length > 0) return own
  }
  if (primaryOperator !== leaver.userId || !losesSignIn) return []
  return [
    {
      code: 'PRIMARY_OPERATOR',
      message: `${leaver.name} is the primary administrator of Offhook and could not sign in any more.`,
      remedy: 'Hand the role over to another operator on the Settings page first.',
    },
  ]
}

/** Whoever leaves has no say in it: neither begins, continues nor gives up what is done to them. */
export function ownBlockers({ userId, name }: Leaver, operator: Operator): Blocker[] {
  if (operator.userId !== userId) return []
  return [
    {
      code: 'OWN_ACCOUNT',
      message: `${name} is signed in here: nobody offboards themselves.`,
      remedy: 'Ask another administrator to do it.',
    },
  ]
}
