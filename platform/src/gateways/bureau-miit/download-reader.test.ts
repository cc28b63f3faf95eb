import { miit30, writeDownload } from '@yuming/miit'
import { standInTables } from '@yuming/miit/stand-in'
import { describe, expect, it } from 'vitest'
import { downloadReader } from './download-reader.ts'

describe('reading what the bureaus send', () => {
  const tables = writeDownload(miit30, 'code-tables', standInTables)

  it('the same code tables of the next bureau are not read again, other ones are', () => {
    const read = downloadReader()
    const first = read(miit30, tables)
    expect(first.map(({ name }) => name)).toEqual(['code-tables'])
    expect(read(miit30, Uint8Array.from(tables))).toBe(first)
    const fewer = { tables: { 'cancel-reason': standInTables.tables?.['cancel-reason'] ?? [] } }
    expect(read(miit30, writeDownload(miit30, 'code-tables', fewer))).not.toEqual(first)
    expect(read(miit30, tables)).toEqual(first)
  })

  it('nothing else is held', () => {
    const read = downloadReader()
    const cancelled = writeDownload(miit30, 'cancelled-filings', [
      { what: 'service', bureauId: '12', remark: undefined },
    ])
    expect(read(miit30, cancelled)).not.toBe(read(miit30, cancelled))
    expect(read(miit30, cancelled)).toEqual([
      { name: 'cancelled-filings', content: [{ what: 'service', bureauId: '12' }] },
    ])
  })
})
