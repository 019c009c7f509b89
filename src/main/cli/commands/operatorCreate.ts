import { AppError } from '../../../shared/ipc/errors.ts'
import { newOperator } from '../../../shared/operators/model.ts'
import { textOption } from '../arguments.ts'
import type { Command, Options } from '../command.ts'
import { done } from '../exitCodes.ts'

export const operatorCreate: Command = {
  name: 'operator create',
  summary: 'Creates the primary administrator of a company that has no operator yet.',
  takes: ['USERNAME', 'NAME'],
  permission: 'openOffhook',
  options: { company: { type: 'string' }, site: { type: 'string' } },
  details: [
    '--company NAME  --site NAME  names the company and its first site, in a data folder that has none yet',
    'The password is taken from OFFHOOK_PASSWORD. The other operators are added in the window.',
  ],
  run: async ({ io, output, args, options, open }) => {
    const wanted = { userName: args[0], name: args[1], password: io.env['OFFHOOK_PASSWORD'] ?? '' }
    const parsed = newOperator.safeParse(wanted)
    if (!parsed.success)
      throw new AppError(
        'VALIDATION_FAILED',
        parsed.error.issues[0]?.path[0] === 'password' && wanted.password === ''
          ? 'The password is missing. Put it into OFFHOOK_PASSWORD.'
          : (parsed.error.issues[0]?.message ?? 'This is no operator.'),
      )
    const { signIn, tenant } = await open({ mayCreate: true })
    if (tenant.status().kind === 'none') await tenant.createOwn(companyOf(options))
    const { id, name, userName, role } = await signIn.createFirst(parsed.data)
    output.value({ id, name, userName, role }, () => `${name} (${userName}) is the primary administrator.\n`)
    return done
  },
}

function companyOf(options: Options): { name: string; site: string } {
  const name = textOption(options, 'company')?.trim() ?? ''
  const site = textOption(options, 'site')?.trim() ?? ''
  if (name !== '' && site !== '') return { name, site }
  throw new AppError('VALIDATION_FAILED', 'There is no company here yet. Name it with --company NAME and --site NAME.')
}
