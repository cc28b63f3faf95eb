import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { recordRegistration } from './commands/record-registration.ts'
import { countDomains, type DomainFilter, listDomains } from './queries.ts'

let database: TestDatabase
const random = systemRandom
const account = random.uuid()
const today = '2026-11-24'
const verified = ['cn']

async function register(names: readonly string[], owner = account): Promise<void> {
  await database.db.transaction().execute(async (trx) => {
    for (const [n, name] of names.entries())
      await recordRegistration(trx, {
        id: random.uuid(),
        account: owner,
        name,
        ascii: name,
        key: name,
        suffix: 'cn',
        registry: 'cn',
        template: random.uuid(),
        holderType: 'person',
        front: 'china',
        registeredAt: new Date('2026-11-24T02:00:00Z'),
        // Many end on one day, and hours of one day in UTC are two days in China.
        expiresAt: new Date(Date.parse('2027-11-20T10:00:00Z') + (n % 7) * 6 * 3_600_000),
        roid: undefined,
        statuses: ['ok'],
        authInfo: Buffer.from('sealed'),
        codesSentAt: null,
      })
  })
}

const first = Array.from({ length: 520 }, (_, n) => `p-${String((n * 7_919) % 9_973).padStart(4, '0')}.cn`)

beforeAll(async () => {
  database = await testDatabase()
  await register(first)
  await register(['of-another.cn'], random.uuid())
})
afterAll(() => database.drop())

async function pages(filter: Partial<DomainFilter>, meanwhile: (page: number) => Promise<void> = async () => {}) {
  const seen: string[] = []
  let cursor: string | undefined
  for (let page = 1; ; page++) {
    const { items, next } = await listDomains(database.db, {
      account,
      today,
      verified,
      tab: 'all',
      q: undefined,
      suffix: undefined,
      sort: 'expiry',
      limit: 50,
      ...filter,
      cursor,
    })
    seen.push(...items.map(({ ascii }) => ascii))
    if (next === null) return seen
    expect(items).toHaveLength(filter.limit ?? 50)
    cursor = next
    await meanwhile(page)
  }
}

describe('paging through more than five hundred names', () => {
  it.each(['expiry', '-expiry', 'name'] as const)(
    'shows every name once by %s, also while names are added before and behind the cursor',
    async (sort) => {
      const added: string[] = []
      const held = await pages({ sort, limit: 200 })
      const seen = await pages({ sort }, async (page) => {
        const fresh = [`a-${sort.length}-${page}.cn`, `p-5000-${sort.length}-${page}.cn`, `z-${sort.length}-${page}.cn`]
        await register(fresh)
        added.push(...fresh)
      })
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter((name) => !added.includes(name))).toEqual(held)
      expect([...(await pages({ sort }))].sort()).toEqual([...held, ...added].sort())
    },
  )

  it('gives the same order whatever the size of a page, and the other way round', async () => {
    const whole = await pages({ limit: 200 })
    expect(await pages({ limit: 7 })).toEqual(whole)
    expect(await pages({ sort: '-expiry', limit: 33 })).toEqual(whole.toReversed())
    expect(whole).not.toContain('of-another.cn')
  })

  it('pages within what was looked for, and begins anew at a cursor that somebody made up', async () => {
    const looked = await pages({ q: 'p-1', limit: 10 })
    expect([...looked].sort()).toEqual(first.filter((name) => name.startsWith('p-1')).sort())
    const { items } = await listDomains(database.db, {
      account,
      today,
      verified,
      tab: 'all',
      q: undefined,
      suffix: undefined,
      sort: 'name',
      limit: 1,
      cursor: 'bm90aGluZw',
    })
    expect(items).toHaveLength(1)
  })
})

describe('the figures above the list', () => {
  it('are of the account alone: what ends within thirty days by suffix, and the nearest day of what waits for the owner', async () => {
    const owner = random.uuid()
    await register(['soon-1.cn', 'soon-2.cn'], owner)
    const key = { account: owner, today: '2027-10-30', verified }
    const { counts, ending, nextDue } = await countDomains(database.db, key)
    expect(counts).toMatchObject({ all: 2, expiring: 2, yours: 2 })
    expect(ending).toEqual({ cn: 2 })
    // Nobody verified the holders, and the days for that are long over: what comes next is the expiry.
    expect(nextDue).toBe('2027-11-20')
    expect(await countDomains(database.db, { ...key, today })).toMatchObject({ ending: {}, nextDue: '2026-11-29' })
    const nobody = await countDomains(database.db, { account: random.uuid(), today, verified })
    expect(nobody).toMatchObject({ counts: { all: 0 }, ending: {}, nextDue: null })
  })

  it('count nobody as waiting under a suffix of which it is not known that holders are verified, unless the registry refused one', async () => {
    const owner = random.uuid()
    await register(['unknown-1.cn', 'unknown-2.cn'], owner)
    const key = { account: owner, today, verified: ['com'] }
    expect((await countDomains(database.db, key)).counts).toMatchObject({ all: 2, unverified: 0, yours: 0 })
    await database.pool.query(
      `insert into registry_review (domain, axis, state, heard, decided_at)
       select id, 'identity', 'failed', '', now() from domain where ascii = 'unknown-2.cn'`,
    )
    expect((await countDomains(database.db, key)).counts).toMatchObject({ all: 2, unverified: 1, yours: 1 })
    expect(await pages({ ...key, tab: 'unverified' })).toEqual(['unknown-2.cn'])
    expect((await countDomains(database.db, { ...key, verified })).counts).toMatchObject({ unverified: 2, yours: 2 })
  })
})
