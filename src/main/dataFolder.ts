import { resolve } from 'node:path'

/** A data folder that is made is its owner's alone: it holds everybody's voicemail. One that is there stays as it is. */
export const dataFolderMode = 0o700

/**
 * The data folder that the command line (--data DIR or --data=DIR) or the environment (OFFHOOK_DATA) names;
 * null means the default of the system.
 */
export function namedDataFolder(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): string | null {
  const at = argv.findIndex((word) => word === '--data' || word.startsWith('--data='))
  const named = at === -1 ? env['OFFHOOK_DATA'] : argv[at]!.startsWith('--data=') ? argv[at]!.slice(7) : argv[at + 1]
  return named === undefined || named === '' ? null : resolve(named)
}
