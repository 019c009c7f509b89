import type { SourceDescription } from '../sourceDescription.ts'

export const audioCsv = {
  kind: 'csv',
  name: 'A folder of audio with a CSV',
  takes: { folder: true, endings: ['csv'] },
  about:
    'A CSV with a row a message that names its audio file; the files lie beside it or in folders there. Choose the CSV or their folder. Which column is what can be chosen.',
} as const satisfies SourceDescription
