import { describe, expect, it } from 'vitest'
import { readDownload } from '../download/read-download.ts'
import { writeDownload } from '../download/write-download.ts'
import type { CodeRow } from '../model/code-tables.ts'
import { miit30 } from '../profiles/miit-3.0/index.ts'
import { schemaCheck } from '../testing/schemas.ts'
import { codeNamed, codeRow, emptyBook, loadTables, tableAt, tableChanges } from './code-table-book.ts'
import { standInTables } from './stand-in.ts'

const row = (id: number, name: string, valid = true): CodeRow => ({ id, name, valid })
const first = loadTables(
  emptyBook,
  { tables: { nature: [row(4, '企业'), row(5, '个人')], language: [row(1, '中文')] } },
  { loadedAt: '2026-01-01', source: 'a.xml' },
)
const second = loadTables(
  first,
  { tables: { nature: [row(4, '企业法人'), row(5, '个人', false), row(6, '社会团体')] } },
  { loadedAt: '2026-06-01', source: 'b.xml' },
)

describe("a bureau's own tables", () => {
  it('keep their versions: what was filed with a code is explained by the table of its day', () => {
    expect(codeRow(second, 'nature', 4, '2026-03-01')?.name).toBe('企业')
    expect(codeRow(second, 'nature', 4)?.name).toBe('企业法人')
    expect(codeRow(second, 'nature', 5)).toMatchObject({ name: '个人', valid: false })
    expect(tableAt(second, 'nature', '2025-12-31')).toBeUndefined()
    expect(second.tables.nature?.map(({ source }) => source)).toEqual(['a.xml', 'b.xml'])
  })

  it('are kept where a download does not tell them, and make no version when nothing changed', () => {
    expect(second.tables.language).toBe(first.tables.language)
    const again = loadTables(
      second,
      { tables: { nature: second.tables.nature?.at(-1)?.rows ?? [] } },
      { loadedAt: '2026-07-01', source: 'c.xml' },
    )
    expect(again).toEqual(second)
  })

  it('give only codes that are valid for a name', () => {
    expect(codeNamed(second, 'nature', '个人')).toBeUndefined()
    expect(codeNamed(second, 'nature', '个人', '2026-03-01')?.id).toBe(5)
    expect(codeNamed(second, 'nature', '社会团体')?.id).toBe(6)
  })

  it('say what changed', () => {
    expect(tableChanges(first, second)).toEqual([
      {
        table: 'nature',
        added: [row(6, '社会团体')],
        ended: [row(5, '个人')],
        renamed: [{ id: 4, from: '企业', to: '企业法人' }],
      },
    ])
    expect(tableChanges(second, second)).toEqual([])
  })
})

describe('the stand-in tables', () => {
  it('are a download like any other', () => {
    const xml = writeDownload(miit30, 'code-tables', standInTables)
    schemaCheck('download')(xml)
    const [part] = readDownload(miit30, xml).parts
    expect(part).toEqual({ name: 'code-tables', content: standInTables })
  })

  it('know 31 bureaus, and the eleven kinds of certificate of the status query', () => {
    expect(standInTables.tables?.bureau?.map(({ name }) => name)).toContain('广西通信管理局')
    expect(standInTables.tables?.bureau).toHaveLength(31)
    expect(standInTables.tables?.['certificate-kind']?.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  })
})
