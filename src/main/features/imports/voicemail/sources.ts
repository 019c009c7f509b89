import { asterisk } from './asterisk/source.ts'
import { freeswitch } from './freeswitch/source.ts'
import { fusionpbx } from './fusionpbx/source.ts'
import type { VoicemailSource } from './source.ts'

/** Every kind of source, in the order in which what was chosen is tried against them. */
export const sources: readonly VoicemailSource[] = [asterisk, freeswitch, fusionpbx]
