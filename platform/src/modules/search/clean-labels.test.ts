import { readName } from '@yuming/names'
import { expect, it } from 'vitest'
import { loadCatalog, nameSuffixOf } from '../catalog/index.ts'

const catalog = loadCatalog()
const day = '2026-11-24'
const labels = ['shanyuecha', 'ab', '山月茶', '茶', 'china-bank', 'a--b', '銀行']

it('a label is told the same under every suffix, whether the suffixes before had it clean or not', {
  timeout: 60_000,
}, () => {
  const options = ({ suffix }: { suffix: string }) => {
    const record = catalog.find(suffix)
    return record ? { facts: nameSuffixOf(record, catalog.sources) } : {}
  }
  for (const label of labels) {
    const inARow = catalog.known.map((record) =>
      readName(label, { unicode: record.suffix, ascii: record.ascii }, day, options(record)),
    )
    for (const [at, record] of catalog.known.entries()) {
      // Another label between two looks: nothing is remembered of this one.
      readName(`other-${at}`, { unicode: 'com', ascii: 'com' }, day)
      const alone = readName(label, { unicode: record.suffix, ascii: record.ascii }, day, options(record))
      expect([label, record.suffix, inARow[at]]).toEqual([label, record.suffix, alone])
    }
  }
})
