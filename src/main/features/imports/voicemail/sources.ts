import { asterisk } from './asterisk/source.ts'
import { eightByEight } from './eightByEight/source.ts'
import { audioCsv } from './folder/csvSource.ts'
import { audioFolder } from './folder/folderSource.ts'
import { freeswitch } from './freeswitch/source.ts'
import { fusionpbx } from './fusionpbx/source.ts'
import { mail } from './mail/source.ts'
import { ringcentral } from './ringcentral/source.ts'
import type { VoicemailSource } from './source.ts'

/** Every kind of source, in the order in which what was chosen is tried against them. */
export const sources: readonly VoicemailSource[] = [
  asterisk,
  freeswitch,
  fusionpbx,
  ringcentral,
  eightByEight,
  mail,
  audioCsv,
  audioFolder,
]
