import { expect, it } from 'vitest'
import { operatorRoles } from '../../src/shared/offboarding/step.ts'
import {
  isAllowed,
  permissionNames,
  permissions,
  roleNames,
  routePermissions,
  type Permission,
} from '../../src/shared/operators/permissions.ts'

// Written anew with: npx vitest run tests/unit/permissionsPage.test.ts -u
it('the page about permissions is the table', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/permissions.md')
})

function page(): string {
  const head = ['What', ...operatorRoles.map((role) => roleNames[role]), 'Audit privilege']
  const rows = permissionNames.map((permission) => [permissions[permission].allows, ...marksOf(permission)])
  const routes = permissionNames.map((permission) => {
    const named = Object.entries(routePermissions).filter(([, needed]) => needed === permission)
    const list = named.map(([route]) => `\`${route}\``).join(', ')
    return `- ${permissions[permission].allows} (\`${permission}\`): ${list === '' ? 'no route of its own' : list}`
  })
  return [
    '# Who may do what',
    '',
    'Made from the one permission table, `src/shared/operators/permissions.ts`. Main asks it before every handler; the',
    'window shows the reason at what it does not offer. Who may do a step of a plan stands in the step catalogue.',
    '',
    ...tableOf([head, ...rows]),
    '',
    '## Routes',
    '',
    ...routes,
    '',
  ].join('\n')
}

function marksOf(permission: Permission): string[] {
  const roles = operatorRoles.map((role) => isAllowed({ role, auditPrivilege: false }, permission))
  const privilege = isAllowed({ role: 'viewer', auditPrivilege: true }, permission)
  return [...roles, privilege && !roles.at(-1)].map((allowed) => (allowed ? 'yes' : ''))
}

function tableOf(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(3, ...rows.map((row) => row[column]!.length)))
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`
  return [line(rows[0]!), line(widths.map((width) => '-'.repeat(width))), ...rows.slice(1).map(line)]
}
