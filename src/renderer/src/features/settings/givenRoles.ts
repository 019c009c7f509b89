import { operatorRole } from '../../../../shared/operators/model.ts'

/** Every role but the one that is only handed over. */
export const givenRoles = operatorRole.exclude(['primaryAdministrator'])
