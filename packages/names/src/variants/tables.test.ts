import { describe, expect, it } from 'vitest'
import { nameFacts } from '../name-facts.ts'
import { suffixFacts } from '../suffix-facts.ts'
import { hanVariants } from './han-variants.ts'
import { labelKeyOf } from './label-key-of.ts'
import { readVariantTable } from './table.ts'
import { knownTables, variantTables } from './tables.ts'

const source = { document: 'a registry', section: 'its table', date: '2026-01-01' }
// 〇 is a character here, and 茶 and 茗 are one.
const own = '2d 30-39 61-7a 3007\n茗茶 BB BB\n'
const tables = variantTables(
  [
    { id: 'common', file: 'common', suffixes: [], source },
    { id: 'own', file: 'own', suffixes: ['茶.test', '网址'], source },
  ],
  (file) => (file === 'own' ? readVariantTable(own) : hanVariants()),
)

describe('tables of variants', () => {
  it('a suffix plugs its own, by its Unicode form or its A-label', () => {
    for (const suffix of ['网址', 'xn--ses554g', '茶.test']) expect(tables.ownOf(suffix)?.id).toBe('own')
    expect(tables.ownOf('cn')).toBeUndefined()
    expect(tables.common().id).toBe('common')
    expect(knownTables.common()).toMatchObject({ id: 'zh-lgr-2022-05-31', source: { date: '2022-05-31' } })
  })

  it('names under it are compared by that table and no other (S1-30)', () => {
    const table = tables.ownOf('网址')
    if (!table) throw new Error('no table')
    const suffix = { ...suffixFacts('网址'), variantTable: table }
    const day = '2026-11-24'
    expect(nameFacts('茶', suffix, day).index).toBe(nameFacts('茗', suffix, day).index)
    expect(nameFacts('茶', '网址', day).index).not.toBe(nameFacts('茗', '网址', day).index)
    expect(nameFacts('二〇', suffix, day).index).toBeUndefined()
    expect(nameFacts('〇', suffix, day).index).toBe('〇')
    expect(nameFacts('〇', '网址', day).index).toBeUndefined()
  })

  it('taken names under it are looked up by that table too, and an index of another table is told apart (S1-30)', () => {
    const [own, common] = [labelKeyOf('xn--ses554g', tables), labelKeyOf('cn', tables)]
    expect(own.of('茶')).toBe(own.of('茗'))
    // 茗 as a zone file has it.
    expect(own.of('xn--gk1a')).toBe(own.of('茗'))
    expect(common.of('茶')).not.toBe(common.of('茗'))
    expect(common.of('愛國')).toBe(common.of('爱国'))
    expect([own.name, common.name]).toEqual(['own', 'common'])
    expect(labelKeyOf('xn--fiqz9s').name).toBe(labelKeyOf('xn--fiqs8s').name)
  })
})
