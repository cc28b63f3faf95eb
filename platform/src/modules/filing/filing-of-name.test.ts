import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Visitor } from '../../testing/console-api.ts'
import { filingOfName } from './filing-of-name.ts'
import { filedSite } from './testing/filed-sites.ts'
import { applicant, begin, type FilingApi, filingApi } from './testing/filing-api.ts'

let api: FilingApi
beforeAll(async () => {
  api = await filingApi()
})
afterAll(() => api.close())

const accountOf = async (who: Visitor): Promise<string> => (await who.call('GET', 'v1/session')).body.account.id
const of = (account: string, ascii: string) =>
  api.db.transaction().execute((trx) => filingOfName(trx, { account, ascii }))

it('a name says which order runs for it and whose turn it is, to nobody but its owner', async () => {
  const { who, template, name } = await applicant(api)
  const account = await accountOf(who)
  expect(await of(account, name)).toBeUndefined()
  const { number } = (await begin(who, template, name)).body
  expect(await of(account, name)).toMatchObject({
    state: 'under-way',
    order: number,
    turn: 'you',
    said: { zh: '填写中' },
  })
  expect(await of(await accountOf(await api.customer()), name)).toBeUndefined()
})

it('a name that is filed shows the number of its site, and no more once it is taken out', async () => {
  const { who, template, name } = await applicant(api, 1)
  const account = await accountOf(who)
  const { number } = await filedSite(api, { account, template, domains: [name] })
  expect(await of(account, name)).toEqual({ state: 'filed', number })
  await api.db.updateTable('filing_domain').set({ ended_at: api.clock.now() }).where('ascii', '=', name).execute()
  expect(await of(account, name)).toBeUndefined()
})
