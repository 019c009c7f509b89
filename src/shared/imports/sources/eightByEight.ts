import type { SourceDescription } from '../sourceDescription.ts'

export const eightByEight = {
  kind: '8x8',
  name: '8x8 Cloud Storage',
  takes: { folder: true, endings: ['zip'] },
  about:
    'Bulk download zips together with the JSON of their objects: choose the folder that holds both, of one or more regions. 8x8 does not say what was heard: messages come in as heard.',
} as const satisfies SourceDescription
