import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import type { Visitor } from '../../../testing/console-api.ts'
import type { OutgoingAnswer } from '../ports.ts'
import { type FilingApi, filingApi, noBureaus } from '../testing/filing-api.ts'
import { noteMatter } from './note-matter.ts'

let api: FilingApi
let reviewer: Visitor
let id: string
const made: OutgoingAnswer[] = []

beforeAll(async () => {
  api = await filingApi(() => ({
    ...noBureaus,
    has: () => true,
    makeAnswer: async (_, outgoing) => {
      made.push(outgoing)
      return { ok: true, xml: new Uint8Array() }
    },
  }))
  reviewer = await api.operator('reviewer')
})
afterAll(() => api.close())

const accountOf = async (who: Visitor): Promise<string> => (await who.call('GET', 'v1/session')).body.account.id
const answer = (verdict: object) => reviewer.call('POST', `v1/operator/bureau-matters/${id}/answer`, verdict)
const stateOf = async () => (await api.pool.query('select state from bureau_matter where id = $1', [id])).rows[0].state
const passed = { verdict: 'passed', words: '电话核实，信息属实' }

async function checkTask(account: string): Promise<void> {
  id = randomUUID()
  await api.pool.query(
    `insert into bureau_matter (id, bureau, kind, bureau_id, download, account, title, listed_on, due_on, state, made_at)
     values ($1, '440000', 'check-task', gen_random_uuid()::text, 1, $2, '张三', '2026-11-24', '2026-12-01', 'open', now())`,
    [id, account],
  )
}

describe('a site that a bureau lists again while it is open', () => {
  it('stays one matter with its first day, and says when and where it was seen again', async () => {
    const listing = (listedOn: string, address: string) =>
      api.db
        .transaction()
        .execute((trx) =>
          noteMatter(
            { bureau: '440000', file: '1' },
            { what: 'matter', kind: 'unfiled-site', bureauId: 'W1', title: 'shanyue.cn', address, listedOn },
            { trx, clock: api.clock, random },
          ),
        )
    await listing('2026-11-20', '203.0.113.7')
    const due = async () =>
      (await reviewer.call('GET', 'v1/operator/bureau-matters')).body.matters.map(
        ({ listedOn, dueOn, address, again }: Record<string, unknown>) => ({ listedOn, dueOn, address, again }),
      )
    const [first] = await due()
    api.clock.advance(86_400_000)
    await listing('2026-11-25', '203.0.113.8')
    expect(await due()).toEqual([{ ...first, again: [{ on: '2026-11-25', address: '203.0.113.8' }] }])
  })
})

describe('a check of what is filed (S2-43)', () => {
  beforeEach(() => {
    made.length = 0
  })

  it('of the reviewer’s own account is answered by somebody else', async () => {
    await checkTask(await accountOf(reviewer))
    const refused = await answer(passed)
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.own-order'])
    expect([await stateOf(), made]).toEqual(['open', []])
  })

  it('of another account leaves', async () => {
    await checkTask(await accountOf(await api.customer()))
    expect((await answer(passed)).status).toBe(204)
    expect([await stateOf(), made]).toMatchObject(['answering', [{ kind: 'check-task', answer: passed, by: '张三' }]])
  })

  it('goes to the bureau with the name of a person, and not at all without one', async () => {
    await checkTask(await accountOf(await api.customer()))
    await api.pool.query(
      `update auth."user" set name = '0000' where id = (select auth_user from account_user where account = $1)`,
      [await accountOf(reviewer)],
    )
    const refused = await answer(passed)
    expect([refused.status, refused.body.code]).toEqual([409, 'filing.checker-nameless'])
    expect([await stateOf(), made]).toEqual(['open', []])
  })
})
