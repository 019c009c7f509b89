import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { phoneRuleRoutes } from '../../../shared/phoneSystem/contract.ts'
import type { PhoneRules } from './service.ts'

export function phoneRuleHandlers(rules: PhoneRules): Pick<Handlers, keyof typeof phoneRuleRoutes> {
  return { 'rules.dialCheck': ({ extensionNumber, dialed }) => rules.dialCheck(extensionNumber, dialed) }
}
