import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Catalog, loadCatalog } from '../catalog/index.ts'
import { appraiseName } from './appraise.ts'

const day = '2026-11-24'
const folder = mkdtempSync(path.join(tmpdir(), 'word-lists-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function withLists(content: unknown): Catalog {
  const file = path.join(folder, 'lists.json')
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return loadCatalog({ wordLists: file })
}

const list = {
  id: 'HOUSE-1',
  severity: 'refuse',
  words: ['测试词', 'house'],
  note: { zh: '运营者保留', en: 'kept by the operator' },
  source: { document: '运营者的词表', section: '一' },
}
const rulesOf = (catalog: Catalog, name: string) => {
  const appraisal = appraiseName(catalog, name, day)
  return [appraisal.ok, appraisal.findings.map(({ rule }) => rule)]
}

describe('appraising a name', () => {
  it('says of a suffix without the ministry’s licence that its sites cannot be filed, and refuses none for it', () => {
    expect(rulesOf(loadCatalog(), 'shanyuecha.org')).toEqual([true, ['SUFFIX-MIIT-01']])
    expect(rulesOf(loadCatalog(), 'shanyuecha.com')).toEqual([true, []])
  })

  it('lets suffixes with a licence of the holder be ordered, on the condition that the registry reviews it', () => {
    for (const name of ['shanyue.law', '山月.餐厅']) {
      const appraisal = appraiseName(loadCatalog(), name, day)
      expect([appraisal.ok, appraisal.findings.find(({ field }) => field === 'qualification')?.rule]).toEqual([
        true,
        'SUFFIX-QUAL-01',
      ])
    }
  })

  it("holds a name against the operator's own lists of words (S2-36)", () => {
    const catalog = withLists({ lists: [list, { ...list, id: 'HOUSE-2', severity: 'advise', words: ['小桥'] }] })
    expect(rulesOf(catalog, '我的测试词.cn')).toEqual([false, ['OPERATOR-HOUSE-1']])
    expect(rulesOf(catalog, 'my-house.com')).toEqual([false, ['OPERATOR-HOUSE-1']])
    expect(rulesOf(catalog, 'houses.com')).toEqual([true, []])
    expect(rulesOf(catalog, '小桥流水.cn')).toEqual([true, ['OPERATOR-HOUSE-2']])
    expect(rulesOf(loadCatalog(), 'my-house.com')).toEqual([true, []])
  })

  it.each([
    ['{', /not valid JSON/],
    [{ lists: [{ ...list, severity: 'forbid' }] }, /lists\.0\.severity/],
    [{ lists: [{ ...list, words: [] }] }, /lists\.0\.words/],
    [{ lists: [list, list] }, /two lists have the id HOUSE-1/],
  ])('refuses to start with lists that are wrong, and says what is: %j', (content, what) => {
    expect(() => withLists(content)).toThrow(what)
  })

  it('names a file that is not there', () => {
    expect(() => loadCatalog({ wordLists: path.join(folder, 'none.json') })).toThrow(/there is no such file/)
  })

  it('says that www. was left out, and reads the rest', () => {
    expect(appraiseName(loadCatalog(), 'www.xiaoqiao.cn', day)).toMatchObject({
      ok: true,
      name: 'xiaoqiao.cn',
      findings: [{ severity: 'advise' }],
    })
  })

  it('follows the label rules of the catalogue where a change of the operator differs from what is known', () => {
    const catalog = loadCatalog()
    const changed: Catalog = {
      ...catalog,
      on: (day) => ({
        ...catalog.on(day),
        suffix: (name) => {
          const record = catalog.suffix(name)
          return record && { ...record, label: { ...record.label, minLength: 5 } }
        },
      }),
    }
    expect(rulesOf(catalog, 'abcd.com')).toEqual([true, []])
    expect(rulesOf(changed, 'abcd.com')).toEqual([false, ['SUFFIX-MIN-01']])
    expect(rulesOf(changed, 'abcde.com')).toEqual([true, []])
  })
})
