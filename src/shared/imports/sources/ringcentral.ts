import type { SourceDescription } from '../sourceDescription.ts'

export const ringcentral = {
  kind: 'ringcentral',
  name: 'RingCentral account export',
  takes: { folder: true, endings: ['zip'] },
  about:
    'The zips of a message store report, as they were downloaded: choose the folder that holds all of them, or one zip that has everything. The list of extensions (GET /account/~/extension) as JSON beside them names the extensions where the records do not.',
} as const satisfies SourceDescription
