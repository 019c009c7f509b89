import type { Command } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'

export const libraryCheck: Command = {
  name: 'library check',
  summary: "Reads archives again, the oldest check first: today's part, as the window does it every day.",
  takes: [],
  permission: 'manageArchives',
  options: {},
  details: ['Ends with 4 when an archive of the list is damaged. What was stopped goes on with the next check.'],
  run: async ({ io, output, open }) => {
    const { archives, scrub } = await open()
    const stop = (): void => void scrub.stop()
    io.signal.addEventListener('abort', stop, { once: true })
    await scrub.daily()
    io.signal.removeEventListener('abort', stop)
    const status = scrub.status()
    const { damaged } = archives.summary()
    output.value(
      { ...status, damaged },
      () => `${status.proven} proven in the last 30 days, ${status.overdue} wait for a check, ${damaged} damaged\n`,
    )
    return damaged === 0 ? done : notValid
  },
}
