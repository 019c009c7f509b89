/**
 * Whether a name has bytes that are not UTF-8: Node gives a sign in their place, under which nothing can be opened. A name
 * that has that sign itself is opened all the same, so this only tells why something was not.
 */
export function isBrokenName(path: string): boolean {
  return path.includes('\uFFFD')
}
