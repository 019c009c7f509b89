import { extname } from 'node:path'

const endings = new Set(
  (
    '.wav .wav16 .wav49 .mp3 .ogg .opus .m4a .gsm .ulaw .ul .mu .ulw .alaw .al .alw .g722 .au .amr .awb ' +
    '.sln .sln12 .sln16 .sln24 .sln32 .sln44 .sln48 .sln96 .sln192'
  ).split(' '),
)

/** Whether a file is audio, by its ending; what it really is shows when it is read. */
export function isAudio(path: string): boolean {
  return endings.has(extname(path).toLowerCase())
}
