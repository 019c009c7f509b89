import { asterisk } from './sources/asterisk.ts'
import { freeswitch } from './sources/freeswitch.ts'
import { fusionpbx } from './sources/fusionpbx.ts'

/** Every kind of voicemail source, in the order in which they are offered. */
export const voicemailSources = [asterisk, freeswitch, fusionpbx] as const
