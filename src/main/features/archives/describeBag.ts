import { basename, join } from 'node:path'
import { z } from 'zod'
import { instant } from '../../../shared/ids.ts'
import type { BagInfo } from '../../archive/bagInfo.ts'
import { readPlainFile } from '../../files/readPlainFile.ts'

/** The parts of data/person.json and data/custody.json that a list of archives shows. */
const person = z.object({
  user: z.object({ firstName: z.string(), lastName: z.string() }),
  extension: z.object({ extensionNumber: z.string() }).nullable(),
})
const custody = z.object({ finishedAt: instant })

/** Whom a bag is about and when it was made; a bag that is not Offhook's goes by its folder and its Bagging-Date. */
export async function describeBag(
  folder: string,
  bagInfo: BagInfo,
): Promise<{ personName: string; extension: string | null; createdAt: string | null }> {
  const about = await readJson(join(folder, 'data/person.json'), person)
  const made = await readJson(join(folder, 'data/custody.json'), custody)
  const day = z.iso.date().safeParse(bagInfo.find(([label]) => label.toLowerCase() === 'bagging-date')?.[1])
  return {
    personName: about === null ? basename(folder) : `${about.user.firstName} ${about.user.lastName}`.trim(),
    extension: about?.extension?.extensionNumber ?? null,
    createdAt: made?.finishedAt ?? (day.success ? `${day.data}T00:00:00.000Z` : null),
  }
}

/** Null when it is not there, or not what Offhook writes. */
async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  try {
    return schema.parse(JSON.parse((await readPlainFile(path)).toString('utf8')))
  } catch {
    return null
  }
}
