import { constants } from 'node:fs'

// Windows has neither O_NOFOLLOW nor O_NONBLOCK.
const notThroughLinks = constants.O_NOFOLLOW ?? 0

/** Opens what lies there for reading; a link is not followed (ELOOP). */
export const readOnly = constants.O_RDONLY | notThroughLinks

/** The same where anybody may have put something: a pipe that nobody writes to would else be waited for without an end. */
export const readOnlyAtOnce = readOnly | (constants.O_NONBLOCK ?? 0)

/** Makes a file where nothing lies, not even a link (EEXIST); O_EXCL alone refuses that, too. */
export const writeNew = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | notThroughLinks
