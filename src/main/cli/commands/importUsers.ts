import { z } from 'zod'
import { userColumns, type RowProblem } from '../../../shared/imports/contract.ts'
import { AppError } from '../../../shared/ipc/errors.ts'
import { textOption } from '../arguments.ts'
import { parseJson, readInput, requireInput } from '../choicesFile.ts'
import type { Command } from '../command.ts'
import { badInput, done } from '../exitCodes.ts'
import { table } from '../output.ts'

const mapFile = z.partialRecord(z.enum(userColumns), z.string().max(200))

export const importUsers: Command = {
  name: 'import users',
  summary: 'Imports users from a CSV file: all rows, or none when one is bad.',
  takes: ['CSV'],
  permission: 'importData',
  options: { map: { type: 'string' }, 'skip-invalid': { type: 'boolean' }, preview: { type: 'boolean' } },
  details: [
    '--map FILE      JSON: which header fills which column, for example {"userName": "Login", "phoneNumber": "DID"}',
    `                columns: ${userColumns.join(', ')}`,
    '                leavesOn is a day such as 2026-12-31, 31.12.2026 or 12/31/2026',
    '--skip-invalid  leaves bad rows out and imports the others',
    '--preview       only checks the file',
  ],
  run: async ({ io, output, args, options, open }) => {
    const mapping = await readMapping(textOption(options, 'map'))
    await requireInput(args[0]!)
    const { imports } = await open({ mayCreate: true })
    const request = { path: args[0]!, mapping, signal: io.signal }
    const tell = (problems: readonly RowProblem[]): void => {
      if (!output.json && problems.length > 0)
        io.stderr(table(problems.map((one) => [`line ${one.line}`, one.column, one.reason])))
    }
    if (options['preview'] === true) {
      const preview = await imports.previewUsers(request)
      output.value(preview, () => `${preview.rows} rows, ${preview.valid} valid, ${preview.problemCount} problems\n`)
      tell(preview.problems)
      return preview.problemCount === 0 ? done : badInput
    }
    try {
      const result = await imports.users({ ...request, skipInvalid: options['skip-invalid'] === true })
      output.value(result, () => `${result.imported} users imported, ${result.skipped} rows left out\n`)
      tell(result.problems)
      return done
    } catch (error) {
      const problems = problemsOf(error)
      tell(problems)
      if (problems.length > 0) output.line({ imported: 0, skipped: 0, problems })
      throw error
    }
  },
}

async function readMapping(path: string | undefined): Promise<Record<string, string> | undefined> {
  if (path === undefined) return undefined
  const parsed = mapFile.safeParse(parseJson(await readInput(path), 'The map file is'))
  if (parsed.success) return parsed.data
  throw new AppError(
    'VALIDATION_FAILED',
    `The map file names a column or a header that cannot be. The columns are ${userColumns.join(', ')}.`,
  )
}

function problemsOf(error: unknown): readonly RowProblem[] {
  const problems = error instanceof AppError ? error.details['problems'] : undefined
  // The import itself put them there.
  return Array.isArray(problems) ? (problems as RowProblem[]) : []
}
