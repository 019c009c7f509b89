/** Most names: nothing to fold, drop or cut. */
const plain = /^[\w+,'()&@#-]+(?: [\w+,'()&@#-]+)*$/
/** 255 bytes is the limit of common file systems; the rest of a name needs the difference. */
const maximalBytes = 120

/**
 * The part of a text that may stand in a file name on Linux, macOS and Windows: letters, marks, digits and a little
 * punctuation in NFC, without invisible or direction-changing characters, without dots or spaces at its ends. Cut
 * between graphemes at maximalChars UTF-16 units and 120 bytes. May be empty. It has to stand behind a prefix of our
 * own, which also keeps it from being a reserved name such as CON.
 */
export function safeName(text: string, maximalChars: number): string {
  if (text.length <= maximalChars && plain.test(text)) return text
  const spelled = text
    .normalize('NFC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[^\p{L}\p{M}\p{N} .,+\-_'()&@#]/gu, ' ')
    .normalize('NFC')
    .replaceAll(/ +/g, ' ')
  return trimmed(cut(trimmed(spelled), maximalChars))
}

function trimmed(name: string): string {
  return name.replace(/^[ .]+/, '').replace(/[ .]+$/, '')
}

function cut(name: string, maximalChars: number): string {
  if (name.length <= maximalChars && Buffer.byteLength(name) <= maximalBytes) return name
  let kept = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(name)) {
    const longer = kept + segment
    if (longer.length > maximalChars || Buffer.byteLength(longer) > maximalBytes) break
    kept = longer
  }
  return kept
}
