import type { z } from 'zod'
import {
  analyticsFilter,
  callDirection,
  callDisposition,
  type AnalyticsFilter,
  type BillFilter,
  type CallSide,
} from '../../shared/analytics/model.ts'
import type { SiteId } from '../../shared/ids.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Services } from '../services.ts'
import { periodOption, textOption } from './arguments.ts'
import type { OptionKinds, Options } from './command.ts'

/** What bills can be filtered by; calls by these too. */
export const billOptions = {
  person: { type: 'string' },
  site: { type: 'string' },
  gone: { type: 'boolean' },
  from: { type: 'string' },
  to: { type: 'string' },
} as const satisfies OptionKinds

export const callOptions = {
  ...billOptions,
  extension: { type: 'string' },
  number: { type: 'string' },
  with: { type: 'string' },
  direction: { type: 'string' },
  outcome: { type: 'string' },
} as const satisfies OptionKinds

export const billDetails = [
  '--person USER  an id, a user name, an email or an extension of today; people who have gone too',
  '--site NAME  people of this site · --gone  only people who have left',
  "--from DAY, --to DAY  days of this computer's time zone, such as 2026-11-23; the last one is included",
] as const

export const callDetails = [
  ...billDetails,
  '--extension N  the extension as it was · --number N  numbers that begin so, in place of --person',
  '--with USER|NUMBER  who is on the other side',
  `--direction ${callDirection.options.join('|')}`,
  `--outcome ${callDisposition.options.join('|')}`,
] as const

type Known = Pick<Services, 'directory' | 'company'>

/** The filter that the options name. Throws VALIDATION_FAILED, and NOT_FOUND for a person or a site. */
export function callFilterOf(known: Known, options: Options): AnalyticsFilter {
  const peer = textOption(options, 'with')
  const filter = analyticsFilter.safeParse({
    ...periodOf(options),
    who: whoOf(known, options),
    peer: peer === undefined ? undefined : peerOf(known, peer),
    site: siteOf(known, options),
    goneOnly: options['gone'] === true,
    direction: oneOf(options, 'direction', callDirection),
    disposition: oneOf(options, 'outcome', callDisposition),
  })
  if (filter.success) return filter.data
  throw new AppError('VALIDATION_FAILED', '--with says who is on the other side of --person, --extension or --number.')
}

/** As callFilterOf, for bills. */
export function billFilterOf(known: Known, options: Options): BillFilter {
  const person = textOption(options, 'person')
  const site = siteOf(known, options)
  return {
    ...periodOf(options),
    ...(person !== undefined && { userId: known.directory.find(person) }),
    ...(site !== undefined && { site }),
    goneOnly: options['gone'] === true,
  }
}

function whoOf({ directory }: Known, options: Options): CallSide | undefined {
  const [person, extension, number] = ['person', 'extension', 'number'].map((name) => textOption(options, name))
  if ([person, extension, number].filter((one) => one !== undefined).length > 1)
    throw new AppError('VALIDATION_FAILED', 'Give one of --person, --extension and --number.')
  if (person !== undefined) return { kind: 'person', userId: directory.find(person) }
  if (extension !== undefined) return { kind: 'extension', extension: digits(extension, '--extension', /^\d{2,10}$/) }
  return number === undefined ? undefined : { kind: 'number', number: digits(number, '--number', /^\+?\d{1,15}$/) }
}

function peerOf({ directory }: Known, text: string): CallSide {
  return /^\+?\d{1,15}$/.test(text)
    ? { kind: 'number', number: text }
    : { kind: 'person', userId: directory.find(text) }
}

function siteOf({ company }: Known, options: Options): SiteId | undefined {
  const name = textOption(options, 'site')
  if (name === undefined) return undefined
  const sites = company.sites()
  const site = sites.find((one) => one.name.toLowerCase() === name.toLowerCase())
  if (site !== undefined) return site.id
  throw new AppError('NOT_FOUND', `There is no site ${name}. Sites: ${sites.map((one) => one.name).join(', ')}.`)
}

function periodOf(options: Options): { from?: string; to?: string } {
  const [from, to] = periodOption(options, 'to')
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function oneOf<T extends string>(
  options: Options,
  name: string,
  values: z.ZodEnum<Readonly<Record<T, T>>>,
): T | undefined {
  const text = textOption(options, name)?.toLowerCase()
  if (text === undefined) return undefined
  const value = values.options.find((one) => one.toLowerCase() === text)
  if (value !== undefined) return value
  throw new AppError('VALIDATION_FAILED', `--${name} takes one of: ${values.options.join(', ')}.`)
}

function digits(text: string, name: string, form: RegExp): string {
  if (form.test(text)) return text
  throw new AppError('VALIDATION_FAILED', `${name} takes digits, as they are dialed.`)
}
