import type { RouteName } from '../ipc/contract.ts'
import { accountAdministrators, anyAdministrator, operatorRoles, type OperatorRole } from '../offboarding/step.ts'

type Rule = {
  /** What it allows, as the docs and the Settings page say it; starts with a verb. */
  allows: string
  roles: readonly OperatorRole[]
  /** Also given by the audit privilege, whatever the role. */
  byAuditPrivilege?: true
  /** Holds before anybody has signed in, and behind the lock. */
  beforeSignIn?: true
}

const primary = ['primaryAdministrator'] as const

/** The one table of who may do what. Who may do a step of a plan stands in the step catalogue. */
export const permissions = {
  openOffhook: { allows: 'Open Offhook, sign in and out', roles: operatorRoles, beforeSignIn: true },
  ownAccount: { allows: 'Lock the window and change the own password', roles: operatorRoles },
  viewCompany: { allows: 'See users, extensions, numbers, runs, archives and analytics', roles: operatorRoles },
  listen: { allows: 'Listen to voicemail and greetings', roles: anyAdministrator },
  exportData: { allows: 'Save lists, reports, voicemail and archives to files', roles: anyAdministrator },
  offboard: { allows: 'Prepare, approve, start and stop offboardings', roles: anyAdministrator },
  acceptDamage: {
    allows: 'Decide about recordings that are damaged and cannot be repaired',
    roles: accountAdministrators,
  },
  manageExtensions: { allows: 'Reassign numbers and give extensions a new profile', roles: anyAdministrator },
  manageArchives: {
    allows: 'Verify, add and note archives, open sealed ones, take them off the list, and choose their folders',
    roles: anyAdministrator,
  },
  decideArchives: {
    allows: 'Put archives under legal hold, lift holds, and move archives whose day has come to the wastebasket',
    roles: accountAdministrators,
  },
  importData: { allows: 'Import users and voicemail', roles: anyAdministrator },
  changeAccounts: { allows: 'Deactivate, activate and delete users', roles: accountAdministrators },
  viewAudit: { allows: 'See the administration audit', roles: accountAdministrators },
  viewOperators: { allows: 'See the operators', roles: accountAdministrators },
  manageCompany: { allows: 'Change the company, its sites, the idle lock and retention', roles: primary },
  manageOperators: { allows: 'Add, change and remove operators', roles: accountAdministrators },
  grantAudit: { allows: 'Give and take the audit privilege', roles: primary },
  handOver: { allows: 'Hand the primary administrator over', roles: primary },
  readChatAudit: { allows: 'Read chat in the Audit page', roles: primary, byAuditPrivilege: true },
} as const satisfies Record<string, Rule>
export type Permission = keyof typeof permissions
export const permissionNames = Object.keys(permissions) as Permission[]

/** What each route needs. A route that is missing here does not compile. */
export const routePermissions = {
  'tenant.status': 'openOffhook',
  'tenant.createDemo': 'openOffhook',
  'tenant.createOwn': 'openOffhook',
  'session.status': 'openOffhook',
  'session.signIn': 'openOffhook',
  'session.signOut': 'openOffhook',
  'session.unlock': 'openOffhook',
  'operators.createFirst': 'openOffhook',
  'preferences.get': 'openOffhook',
  'preferences.setTheme': 'openOffhook',
  'preferences.setUsersColumns': 'viewCompany',
  'preferences.setPlaybackSpeed': 'viewCompany',
  'session.lock': 'ownAccount',
  'session.active': 'ownAccount',
  'session.changePassword': 'ownAccount',
  'app.info': 'viewCompany',
  'company.settings': 'viewCompany',
  'company.change': 'manageCompany',
  'company.sites': 'viewCompany',
  'company.addSite': 'manageCompany',
  'company.changeSite': 'manageCompany',
  'company.removeSite': 'manageCompany',
  'users.list': 'viewCompany',
  'users.likeliest': 'viewCompany',
  'users.count': 'viewCompany',
  'users.export': 'exportData',
  'users.facets': 'viewCompany',
  'users.show': 'viewCompany',
  'person.contacts': 'viewCompany',
  'person.meetings': 'viewCompany',
  'person.otherRecords': 'viewCompany',
  'person.sessions': 'viewCompany',
  'person.preferences': 'viewCompany',
  'rules.dialCheck': 'viewCompany',
  'extensions.list': 'viewCompany',
  'extensions.show': 'viewCompany',
  'extensions.export': 'exportData',
  'numbers.list': 'viewCompany',
  'numbers.export': 'exportData',
  'voicemail.list': 'viewCompany',
  'voicemail.search': 'listen',
  'voicemail.count': 'listen',
  'voicemail.facets': 'listen',
  'voicemail.extensions': 'listen',
  'voicemail.owners': 'listen',
  'voicemail.chosen': 'offboard',
  'voicemail.check': 'offboard',
  'voicemail.stopCheck': 'offboard',
  'voicemail.acceptDamage': 'acceptDamage',
  'voicemail.export': 'exportData',
  'listen.look': 'listen',
  'listen.keepPeaks': 'listen',
  'offboarding.plan': 'viewCompany',
  'drafts.list': 'viewCompany',
  'drafts.open': 'offboard',
  'drafts.create': 'offboard',
  'drafts.save': 'offboard',
  'drafts.discard': 'offboard',
  'runs.list': 'viewCompany',
  'runs.ofPerson': 'viewCompany',
  'runs.show': 'viewCompany',
  'runs.approve': 'offboard',
  'runs.start': 'offboard',
  'runs.cancel': 'offboard',
  'runs.resume': 'offboard',
  'runs.abandon': 'offboard',
  'runs.saveReport': 'exportData',
  'archives.list': 'viewCompany',
  'archives.summary': 'viewCompany',
  'archives.messages': 'viewCompany',
  'archives.open': 'viewCompany',
  'archives.calls': 'viewCompany',
  'archives.contacts': 'viewCompany',
  'archives.meetings': 'viewCompany',
  'archives.greetings': 'viewCompany',
  'archives.compare': 'viewCompany',
  'archives.saveNotes': 'manageArchives',
  'archives.saveMessageNote': 'manageArchives',
  'archives.setHold': 'decideArchives',
  'archives.remove': 'decideArchives',
  'library.folders': 'viewCompany',
  'library.addFolder': 'manageArchives',
  'library.removeFolder': 'manageArchives',
  'library.look': 'manageArchives',
  'library.cancelLook': 'manageArchives',
  'scrub.status': 'viewCompany',
  'scrub.next': 'manageArchives',
  'scrub.stop': 'manageArchives',
  'archives.verify': 'manageArchives',
  'archives.cancelVerify': 'manageArchives',
  'archives.showInFolder': 'manageArchives',
  'archives.add': 'manageArchives',
  'archives.chooseSealed': 'manageArchives',
  'archives.unseal': 'manageArchives',
  'archives.stopUnsealing': 'manageArchives',
  'archives.forget': 'manageArchives',
  'archives.export': 'exportData',
  'archives.seal': 'exportData',
  'archives.showPacked': 'exportData',
  'archives.stopPacking': 'exportData',
  'imports.chooseUsersFile': 'importData',
  'imports.previewUsers': 'importData',
  'imports.users': 'importData',
  'imports.chooseVoicemail': 'importData',
  'imports.previewVoicemail': 'importData',
  'imports.voicemail': 'importData',
  'imports.saveProblems': 'importData',
  'imports.cancel': 'importData',
  'folders.archive': 'viewCompany',
  'folders.chooseArchive': 'offboard',
  'folders.choose': 'manageArchives',
  'analytics.calls': 'viewCompany',
  'analytics.callTotals': 'viewCompany',
  'analytics.extensionTotals': 'viewCompany',
  'analytics.bills': 'viewCompany',
  'analytics.billTotals': 'viewCompany',
  'analytics.stopCount': 'viewCompany',
  'analytics.people': 'viewCompany',
  'analytics.export': 'exportData',
  'analytics.cancelExport': 'exportData',
  'audit.list': 'viewAudit',
  'audit.facets': 'viewAudit',
  'audit.verify': 'viewAudit',
  'audit.export': 'viewAudit',
  'retention.ofPerson': 'viewCompany',
  'retention.nextSweep': 'manageCompany',
  'chat.search': 'readChatAudit',
  'chat.around': 'readChatAudit',
  'chat.rooms': 'readChatAudit',
  'chat.export': 'readChatAudit',
  'operators.list': 'viewOperators',
  'operators.add': 'manageOperators',
  'operators.setRole': 'manageOperators',
  'operators.setAuditPrivilege': 'grantAudit',
  'operators.resetPassword': 'manageOperators',
  'operators.remove': 'manageOperators',
  'operators.handOver': 'handOver',
} as const satisfies Record<RouteName, Permission>

/** What decides about an operator. */
export type Holder = { role: OperatorRole; auditPrivilege: boolean }

export function isAllowed(holder: Holder, permission: Permission): boolean {
  const rule: Rule = permissions[permission]
  return rule.roles.includes(holder.role) || (rule.byAuditPrivilege === true && holder.auditPrivilege)
}

/** Whether it holds for whoever has not signed in. */
export function isOpen(permission: Permission): boolean {
  const rule: Rule = permissions[permission]
  return rule.beforeSignIn === true
}

export const roleNames: Readonly<Record<OperatorRole, string>> = {
  primaryAdministrator: 'Primary administrator',
  secondaryAdministrator: 'Secondary administrator',
  itAdministrator: 'IT administrator',
  viewer: 'Viewer',
}

/** Why it is refused, as a sentence with the way out; for main's answer and for a disabled control. */
export function refusalOf(permission: Permission): string {
  const rule: Rule = permissions[permission]
  const least = rule.roles.at(-1) ?? 'primaryAdministrator'
  const needed = {
    primaryAdministrator: 'the primary administrator',
    secondaryAdministrator: 'a primary or secondary administrator',
    itAdministrator: 'an administrator',
    viewer: 'an operator',
  }[least]
  const more = rule.byAuditPrivilege === true ? ' or an operator with the audit privilege' : ''
  return `Only ${needed}${more} may do this.`
}

/** Why nobody resets their own password: without the current one, whoever finds an open window could take it over. */
export const ownPasswordRefusal =
  'Nobody resets their own password. Use Change password, which asks for the current one.'

/**
 * Why this operator may not change that one, or null. Whoever could set the password of somebody with more rights would
 * have those rights: the primary administrator is changed by nobody else, and a holder of the audit privilege by the
 * primary administrator alone.
 */
export function whyNotManage(actor: Holder & { id: string }, target: Holder & { id: string }): string | null {
  if (!isAllowed(actor, 'manageOperators')) return refusalOf('manageOperators')
  if (actor.role === 'primaryAdministrator') return null
  if (target.role === 'primaryAdministrator') return 'The primary administrator is changed by nobody else.'
  if (target.auditPrivilege)
    return 'An operator with the audit privilege is changed by the primary administrator alone.'
  return null
}
