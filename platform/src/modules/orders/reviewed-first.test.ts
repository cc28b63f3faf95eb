import { afterAll, beforeAll, expect, it } from 'vitest'
import { shopFronts } from '../../kernel/http/index.ts'
import { systemRandom } from '../../kernel/random.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { loadCatalog } from '../catalog/index.ts'
import { namesToQualify } from '../search/index.ts'
import { withQualification } from './reviewed-first.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

const fronts = shopFronts([{ id: 'cn', kind: 'china', url: 'http://console.test' }])
const names = namesToQualify({ catalog: loadCatalog(), today: () => '2026-11-24', fronts })

it('what only some may have is sold once its papers were seen; a licence may also come later (S1-94, S1-157)', async () => {
  const asked = ['shanyue.gov.cn', 'xn--rht69v.xn--czr694b', 'shanyue.law', 'shanyue.cn']
  const lines = asked.map((ascii) => ({
    name: ascii,
    ascii,
    suffix: ascii.slice(ascii.indexOf('.') + 1),
    years: 1,
    registry: null,
    price: undefined,
    state: 'ok' as const,
    findings: [],
  }))
  const template = systemRandom.uuid()
  const account = systemRandom.uuid()
  const sold = await database.db
    .transaction()
    .execute((trx) => withQualification(lines, names, { trx, account, template, today: '2026-11-24' }))
  expect(sold.map(({ state, findings }) => [state, findings[0]?.rule])).toEqual([
    ['invalid', 'GOV-PAPERS-01'],
    ['invalid', 'TRADEMARK-CERT-02'],
    ['ok', undefined],
    ['ok', undefined],
  ])
})
