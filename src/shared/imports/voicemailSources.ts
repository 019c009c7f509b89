import { asterisk } from './sources/asterisk.ts'
import { audioCsv } from './sources/audioCsv.ts'
import { audioFolder } from './sources/audioFolder.ts'
import { eightByEight } from './sources/eightByEight.ts'
import { freeswitch } from './sources/freeswitch.ts'
import { fusionpbx } from './sources/fusionpbx.ts'
import { mail } from './sources/mail.ts'
import { ringcentral } from './sources/ringcentral.ts'

/** Every kind of voicemail source, in the order in which they are offered. */
export const voicemailSources = [
  asterisk,
  freeswitch,
  fusionpbx,
  eightByEight,
  ringcentral,
  mail,
  audioCsv,
  audioFolder,
] as const
