import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRandom as random } from '../../../kernel/random.ts'
import { applicant, begin, type FilingApi, filingApi, noLines } from '../testing/filing-api.ts'

let api: FilingApi
const standing = ['440000', 'ministry'].map((bureau) => ({
  bureau,
  key: 'front',
  sequence: 7,
  fileName: 'F.xml',
  because: 'code' as const,
  code: 9,
  message: null,
  since: new Date('2026-11-24T02:00:00Z'),
}))
beforeAll(async () => {
  const lines = { ...noLines, stopped: async () => standing as never, release: async () => 'accepted' as const }
  api = await filingApi(undefined, lines)
})
afterAll(() => api.close())

/** A task that put itself off until far away. */
async function waiting(kind: string, subject: string): Promise<string> {
  const id = random.uuid()
  await api.pool.query(
    `insert into task (id, number, kind, subject, account, actor, input, state, run_at, created_at, updated_at)
     values ($1, $2, $3, $4, null, '{}', '{}', 'waiting', '2099-01-01', now(), now())`,
    [id, `T-${id}`, kind, subject],
  )
  return id
}

async function matter(bureau: string): Promise<string> {
  const id = random.uuid()
  await api.pool.query(
    `insert into bureau_matter (id, bureau, kind, bureau_id, download, title, listed_on, due_on, state, made_at)
     values ($1::uuid, $2, 'check-task', $1::text, 7, '', '2026-11-24', '2026-12-01', 'answering', now())`,
    [id, bureau],
  )
  return id
}

describe('a line that goes on', () => {
  it('wakes what waits behind it, and nothing of another line: filings and answers of a bureau, reports of the ministry', async () => {
    const { who, template, name } = await applicant(api)
    const { number } = (await begin(who, template, name)).body
    await api.pool.query("update filing_order set province = '440000' where number = $1", [number])
    const tasks = {
      filing: await waiting('FILING_SUBMIT', number),
      answer: await waiting('BUREAU_ANSWER', await matter('440000')),
      answerElsewhere: await waiting('BUREAU_ANSWER', await matter('330000')),
      report: await waiting('DOMAIN_REPORT', 'add'),
    }
    const woken = async () => {
      const { rows } = await api.pool.query<{ id: string }>("select id from task where run_at < '2099-01-01'")
      const ids = new Set(rows.map(({ id }) => id))
      return Object.entries(tasks).flatMap(([what, id]) => (ids.has(id) ? [what] : []))
    }
    const admin = await api.operator('admin')
    const release = (bureau: string) =>
      admin.call('POST', `v1/operator/bureau-lines/${bureau}/release`, { key: 'front' })
    expect((await release('440000')).body).toEqual({ outcome: 'accepted' })
    expect(await woken()).toEqual(['filing', 'answer'])
    expect((await release('ministry')).status).toBe(200)
    expect(await woken()).toEqual(['filing', 'answer', 'report'])
    expect((await who.call('POST', 'v1/operator/bureau-lines/440000/release', { key: 'front' })).status).toBe(403)
  })
})
