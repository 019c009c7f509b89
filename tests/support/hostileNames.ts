/** Two hundred and more names that a caller, or whoever sets a caller's name, can have. */
const reserved = [
  'CON',
  'PRN',
  'AUX',
  'NUL',
  'CONIN$',
  'CONOUT$',
  'CLOCK$',
  '$MFT',
  'desktop.ini',
  'Thumbs.db',
  '.DS_Store',
]
const ports = ['COM', 'LPT'].flatMap((port) => Array.from('0123456789¹²³').map((digit) => port + digit))
const suffixed = ['CON.wav', 'nul.txt', 'aux.', 'COM1.', 'LPT¹.mp3', 'con .wav', 'NUL:', 'prn:stream']
const controls = Array.from({ length: 32 }, (_, code) => `a${String.fromCharCode(code)}b`)
const highControls = ['\u007f', '\u0080', '\u0085', '\u009f'].map((mark) => `a${mark}b`)
const directions = [
  '\u200e',
  '\u200f',
  '\u061c',
  '\u202a',
  '\u202b',
  '\u202c',
  '\u202d',
  '\u202e',
  '\u2066',
  '\u2067',
  '\u2068',
  '\u2069',
]
const invisible = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u034f',
  '\u3164',
  '\u115f',
  '\u180e',
  '\ufe0f',
  '\u{e0001}',
]
const lookalikes = [
  '\u2215',
  '\u2044',
  '\u29f8',
  '\uff0f',
  '\uff3c',
  '\u29f5',
  '\u2216',
  '\ufe68',
  '\uff1a',
  '\ua789',
  '\uff0e',
  '\u2024',
  '\u2025',
  '\u2026',
]
const separators = [
  '../x',
  '..\\x',
  '/etc/passwd',
  'C:\\x',
  'c:x',
  '\\\\server\\share',
  '\\\\?\\C:\\x',
  '~root',
  '.',
  '..',
  '...',
  'a/../b',
  '%2e%2e%2f',
  '....//',
  'file:///x',
  'a:b',
  'x::$DATA',
]
const ends = [
  'x.',
  'x ',
  'x. .',
  ' x',
  '.x',
  '   ',
  '',
  '\t',
  '\u00a0',
  '\u3000x\u3000',
  'x\u00a0',
  '-rf',
  '--',
  '#x#',
  'x~',
]
const signs = ['<', '>', ':', '"', '/', '\\', '|', '?', '*', '%', '$', '`', ';', '!', '{', '}', '=', '^'].map(
  (sign) => `a${sign}b`,
)
const long = [
  'x'.repeat(300),
  'é'.repeat(300),
  'e\u0301'.repeat(300),
  '😀'.repeat(200),
  '漢'.repeat(300),
  '👨‍👩‍👧‍👦'.repeat(60),
  `a${'\u0301'.repeat(900)}`,
  'x'.repeat(65_536),
]
const emoji = ['😀', '🏳️‍🌈', '👩🏽‍💻', '🇺🇸', '1️⃣', '❤️', '\u{1f468}\u{200d}\u{1f469}']
const twins = [
  'Zo\u00eb',
  'Zoe\u0308',
  'zo\u00eb',
  'ZO\u00cb',
  '\u212b',
  '\u00c5',
  'A\u030a',
  'ß',
  'SS',
  'ẞ',
  'İ',
  'i̇',
  'I',
  'ı',
  'ﬁ',
  'fi',
  'Ⅷ',
  'VIII',
  'Σ',
  'ς',
  'σ',
  '\uac00',
  '\u1100\u1161',
  'K',
  '\u212a',
]
const broken = ['\ud800', 'x\udc00', '\udfff\ud800', '\ue000', '\u{f0000}', '\u{10ffff}', '\ufffe', '\uffff']

export const hostileNames: readonly string[] = [
  ...reserved,
  ...ports,
  ...suffixed,
  ...controls,
  ...highControls,
  ...directions.map((mark) => `a${mark}gnp.exe`),
  ...invisible.map((mark) => `a${mark}b`),
  ...invisible,
  ...lookalikes.map((mark) => `a${mark}b`),
  ...separators,
  ...ends,
  ...signs,
  ...long,
  ...emoji,
  ...twins,
  ...broken,
]

type Rules = {
  /** Why the system refuses the name of a file, or changes it without a word; null when it takes it as it is. */
  refuses(name: string): string | null
  /** Names that are the same file there. */
  folds(name: string): string
}

const bytes = (name: string): number => Buffer.byteLength(name)
/** An unpaired surrogate cannot be written as UTF-8: the disk gets another name. */
const broke = (name: string): boolean => Buffer.from(name).toString() !== name

/** What each system takes as the name of one file in a folder. */
export const rules: Readonly<Record<'Linux' | 'macOS' | 'Windows', Rules>> = {
  Linux: {
    refuses: (name) =>
      /[/\0]/.test(name) || ['', '.', '..'].includes(name) || bytes(name) > 255 || broke(name) ? 'is no name' : null,
    folds: (name) => name,
  },
  macOS: {
    refuses: (name) =>
      /[/:\0]/.test(name) ||
      ['', '.', '..'].includes(name) ||
      bytes(name.normalize('NFD')) > 765 ||
      name.length > 255 ||
      broke(name)
        ? 'is no name'
        : null,
    folds: (name) => name.normalize('NFD').toLowerCase().toUpperCase(),
  },
  Windows: {
    refuses: (name) => {
      // oxlint-disable-next-line no-control-regex -- these are the characters that Windows refuses
      if (/[<>:"/\\|?*\u0000-\u001f]/.test(name) || name === '' || name.length > 240 || broke(name)) return 'is no name'
      if (/[ .]$/.test(name)) return 'loses its end'
      const stem = name.split('.')[0]!.trimEnd().toUpperCase()
      return /^(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|CLOCK\$|(COM|LPT)[0-9¹²³])$/.test(stem) ? 'is a device' : null
    },
    folds: (name) => name.toUpperCase().toLowerCase(),
  },
}
