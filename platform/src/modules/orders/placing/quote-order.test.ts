import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fixedClock } from '../../../kernel/clock/index.ts'
import { shopFronts, type WithTrx } from '../../../kernel/http/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../../testing/database.ts'
import { loadCatalog } from '../../catalog/index.ts'
import type { Registries } from '../../domains/index.ts'
import type { AskedName } from '../../search/index.ts'
import type { VerificationProvider } from '../../verification/index.ts'
import { type QuoteDeps, quoteOrder } from './quote-order.ts'

const clock = fixedClock('2026-11-24T02:00:00Z')
let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

describe('the quote of an order', () => {
  it('carries the registries’ answers and the provider’s word on the labels, and asks each once', async () => {
    const check = vi.fn(
      async (_registry: string, names: readonly string[]) =>
        new Map<string, AskedName>(names.map((ascii) => [ascii, { available: ascii !== 'gone.cn' }])),
    )
    const checkLabels = vi.fn(
      async (labels: readonly string[]) =>
        new Map(labels.map((label) => [label, { allowed: label !== 'banned', restricted: false, reason: '禁用' }])),
    )
    const fronts = shopFronts([{ id: 'cn', kind: 'china', url: 'http://console.test' }])
    const deps: QuoteDeps = {
      catalog: loadCatalog(),
      asker: { check },
      registryLimitMs: 1_000,
      fronts,
      verifyBefore: 'never',
      registries: { registry: () => ({ takesCodes: true }) } as unknown as Registries,
      provider: { checkLabels } as unknown as VerificationProvider,
      names: { find: () => undefined } as unknown as QuoteDeps['names'],
    }
    const actor = { kind: 'customer', account: random.uuid(), user: 'u', role: 'owner', via: 'console' } as const
    const log = { warn: () => {} } as never
    const withTrx: WithTrx = (work) =>
      database.db.transaction().execute((trx) => work({ trx, actor, clock, random, log }))
    const quoted = await quoteOrder(
      {
        lines: ['good', 'gone', 'banned'].map((label) => ({ name: `${label}.cn`, years: 1 })),
        holderType: 'organisation',
      },
      { actor, front: fronts.of('console.test'), withTrx, day: clock.today() },
      deps,
    )
    const refusals = quoted.lines.map(({ ascii, state, findings }) => [
      ascii,
      state,
      findings.filter(({ severity }) => severity === 'refuse').map(({ rule }) => rule),
    ])
    expect(refusals).toEqual([
      ['good.cn', 'ok', []],
      ['gone.cn', 'invalid', ['NAME-TAKEN-01']],
      ['banned.cn', 'invalid', ['NAMING-CHECK-01']],
    ])
    expect(checkLabels.mock.calls).toEqual([[['good', 'gone', 'banned']]])
    expect(check.mock.calls.map(([, names]) => names)).toEqual([['good.cn', 'gone.cn', 'banned.cn']])
  })
})
