import { drifted, type ActionContext } from './context.ts'

/**
 * The id of the extension that takes something over: still that of somebody active, or a free one where that will do.
 * Another run can have offboarded them since the plan was made. Throws PLAN_DRIFTED.
 */
export function targetId({ db }: ActionContext, extensionNumber: string, mayBeFree = false): string {
  const target = db
    .prepare<[string], { id: string; status: string | null }>(
      'SELECT extension.id, status FROM extension LEFT JOIN user ON user.id = user_id WHERE extension_number = ?',
    )
    .get(extensionNumber)
  if (target?.status === 'ACTIVE' || (mayBeFree && target?.status === null)) return target.id
  throw drifted(`Extension ${extensionNumber} cannot take anything over any more.`)
}
