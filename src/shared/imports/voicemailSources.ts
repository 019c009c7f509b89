import { asterisk } from './sources/asterisk.ts'

/** Every kind of voicemail source, in the order in which they are offered. */
export const voicemailSources = [asterisk] as const
