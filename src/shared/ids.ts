import { z } from 'zod'

const id = z.string().min(1).max(64)

export const userId = id.brand('UserId')
export type UserId = z.infer<typeof userId>
export const extensionId = id.brand('ExtensionId')
export type ExtensionId = z.infer<typeof extensionId>
export const voicemailId = id.brand('VoicemailId')
export type VoicemailId = z.infer<typeof voicemailId>
export const greetingId = id.brand('GreetingId')
export type GreetingId = z.infer<typeof greetingId>
export const runId = id.brand('RunId')
export type RunId = z.infer<typeof runId>
export const archiveId = id.brand('ArchiveId')
export type ArchiveId = z.infer<typeof archiveId>
export const libraryFolderId = id.brand('LibraryFolderId')
export type LibraryFolderId = z.infer<typeof libraryFolderId>
export const draftId = id.brand('DraftId')
export type DraftId = z.infer<typeof draftId>
export const operatorId = id.brand('OperatorId')
export type OperatorId = z.infer<typeof operatorId>
export const siteId = id.brand('SiteId')
export type SiteId = z.infer<typeof siteId>
/** A folder or file that a dialog of the main process granted to the window; the window never names a path. */
export const grantId = id.brand('GrantId')
export type GrantId = z.infer<typeof grantId>

/** An instant as UTC ISO text, for example 2026-11-23T10:42:00.000Z. */
export const instant = z.iso.datetime()
/** A calendar day, for example 2026-11-23. */
export const day = z.iso.date()
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** A phone number in E.164 form: plus, then 3 to 15 digits (ITU-T E.164). */
export const phoneNumber = z.string().regex(/^\+[1-9]\d{2,14}$/)
/** An extension as dialed inside the company. */
export const extensionNumber = z.string().regex(/^\d{2,10}$/)
