import { expect, it } from 'vitest'
import { messageQuery } from '../../src/shared/archives/library.ts'
import { all, as, makeBag, withShelf } from '../support/shelf.ts'

// Would catch: somebody who may not listen asks word by word until what was said stands there.
it('finds nothing by what was said for those who may not listen, short words too', async () => {
  const { shelf, services, library, archives } = await withShelf()
  await makeBag(shelf, 'one', 3, (index) => ({ transcript: index === 1 ? 'Harbor qz' : null }))
  await library.look(as)
  const archiveId = (await archives.list(all)).archives[0]!.id
  await services.noting.saveMessage(archiveId, 'vm-2', 'Harbor again')
  const hits = (search: string, hears: boolean) =>
    [{}, { archiveId }].map((where) => {
      const { messages, total } = library.search(messageQuery.parse({ search, ...where }), hears)
      return [total, messages.map(({ message }) => message.id)]
    })
  expect(hits('harbor', true)).toEqual(hits('whitfield harbor', true))
  expect(hits('harbor', true)[0]).toEqual([2, ['vm-2', 'vm-1']])
  for (const search of ['harbor', 'whitfield harbor'])
    expect(hits(search, false)).toEqual([
      [1, ['vm-2']],
      [1, ['vm-2']],
    ])
  for (const search of ['qz', 'q', 'whitfield qz', 'qz qz1'])
    expect(hits(search, false)).toEqual([
      [0, []],
      [0, []],
    ])
  expect(hits('qz', true)[0]).toEqual([1, ['vm-1']])
  expect(hits('', false)[0]![0]).toBe(3)
})
