import type { SourceDescription } from '../sourceDescription.ts'

export const audioFolder = {
  kind: 'folder',
  name: 'A folder of audio',
  takes: { folder: true, endings: [] },
  about:
    'Recordings without anything beside them: extension, caller and time come from the names, by a pattern that can be changed and tried.',
} as const satisfies SourceDescription
