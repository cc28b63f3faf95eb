import { standInTables } from '@yuming/miit/stand-in'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Trx } from '../../kernel/database/index.ts'
import { type TestApi, testApi } from '../../testing/console-api.ts'
import { codeBookOf, keepCodeTables } from './code-books.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi(() => [])
})
afterAll(() => api.close())

/** Runs within a transaction whose statements are counted. */
async function counted<T>(work: (trx: Trx) => Promise<T>): Promise<{ statements: number; result: T }> {
  let statements = 0
  const counting = api.db.withPlugin({
    transformQuery({ node }) {
      statements++
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const result = await counting.transaction().execute(work)
  return { statements, result }
}

describe('code tables of a bureau', () => {
  it('are kept with one write for a download, however many kinds and tables are in it, each change as a version', async () => {
    const reasons = standInTables.tables?.['cancel-reason'] ?? []
    const { statements, result } = await counted((trx) =>
      keepCodeTables(trx, {
        bureau: '330000',
        source: 'first.xml',
        parts: [
          { name: 'code-tables', content: standInTables },
          { name: 'resync-code-tables', content: { tables: { 'cancel-reason': reasons.slice(1) } } },
        ],
        loadedAt: new Date('2026-11-30T00:00:00Z'),
      }),
    )
    expect(statements).toBe(2)
    const book = await codeBookOf(api.db, '330000')
    expect(book).toEqual(result.after)
    expect(Object.keys(book.tables).sort()).toEqual(Object.keys(standInTables.tables ?? {}).sort())
    expect(book.tables['cancel-reason']?.map(({ rows }) => rows)).toEqual([reasons, reasons.slice(1)])
  })

  it('of a download without any are not asked for', async () => {
    const nothing = { bureau: '330000', source: 'other.xml', parts: [], loadedAt: new Date() }
    expect((await counted((trx) => keepCodeTables(trx, nothing))).statements).toBe(0)
    expect((await codeBookOf(api.db, '330000')).tables['cancel-reason']).toHaveLength(2)
  })
})
