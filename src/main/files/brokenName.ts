/**
 * Whether a name has bytes that are not UTF-8: Node gives a sign in their place, under which nothing can be opened. A name
 * that has that sign itself is opened all the same, so this only tells why something was not.
 */
export function isBrokenName(path: string): boolean {
  return path.includes('\uFFFD')
}

/** Why a file or folder of a bag cannot be read, for a sentence. code: the name of the system's error. */
export function whyUnreadable(path: string, code: string): string {
  return isBrokenName(path) ? 'its name is not UTF-8' : code
}
