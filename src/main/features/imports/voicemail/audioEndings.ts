import { extname } from 'node:path'

/** Also of sound that is not decoded here: it is named as such where it lies, and not passed over. */
const endings = new Set(
  (
    '.wav .wav16 .wav49 .mp3 .ogg .opus .m4a .gsm .ulaw .ul .mu .ulw .pcm .alaw .al .alw .g722 .au .amr .awb .sln .slin .raw ' +
    '.sln12 .sln16 .sln24 .sln32 .sln44 .sln48 .sln96 .sln192 ' +
    '.wma .flac .aac .3gp .aif .aiff .caf .mka .webm .vox .g723 .g726 .g729 .ilbc .siren7 .siren14 .spx .dss'
  ).split(' '),
)

/** Whether a file is audio, by its ending; what it really is shows when it is read. */
export function isAudio(path: string): boolean {
  return endings.has(extname(path).toLowerCase())
}
