import type { DamagedArchive } from '../../features/archives/repository.ts'
import type { Command } from '../command.ts'
import { done, notValid } from '../exitCodes.ts'
import { printable, table } from '../output.ts'

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
    const damagedArchives = archives.damaged()
    const damaged = damagedArchives.length
    output.value(
      { ...status, damaged, damagedArchives },
      () =>
        `${status.proven} proven in the last 30 days, ${status.overdue} wait for a check, ${damaged} damaged\n${damagedArchives.map(readable).join('')}`,
    )
    return damaged === 0 ? done : notValid
  },
}

/** The archive on a line, then a line for each of its problems. */
function readable({ verification, path, verifiedAt, problems }: DamagedArchive): string {
  const checked = verifiedAt === null ? '' : `, checked ${verifiedAt.slice(0, 16).replace('T', ' ')} UTC`
  return `${verification}: ${printable(path)}${checked}\n${table(problems.map(({ code, message }) => ['', code, message]))}`
}
