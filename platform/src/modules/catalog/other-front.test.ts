import { holderFindings } from '@yuming/names'
import { describe, expect, it } from 'vitest'
import { recordOn } from './changes/record-on.ts'
import { loadCatalog, nameSuffixOf } from './index.ts'
import { pointedTo } from './other-front.ts'
import type { KnownSuffix } from './suffix-record.ts'

const catalog = loadCatalog()
const day = '2026-12-01'
const other = { kind: 'international', url: 'https://intl.yuming.example' } as const
const fromTaiwan = { site: 'china', region: 'TW', holderType: 'person' } as const

function suffix(name: string, eligibility: Partial<KnownSuffix['eligibility']> = {}) {
  const record = catalog.find(name)
  if (!record) throw new Error(`no .${name}`)
  const change = { id: 'own', place: 1, suffix: name, patch: { eligibility }, from: day, until: null }
  return nameSuffixOf(recordOn(record, [change], day), catalog.sources)
}
const found = (...about: Parameters<typeof suffix>) => holderFindings(suffix(...about), fromTaiwan, day)

describe('the way to the other shop front', () => {
  it.each([
    ['CN-REGION-01', 'cn', {}],
    ['CN-REGION-02', 'com.cn', {}],
    ['SUFFIX-ELIGIBLE-01', 'top', { chinaTW: 'nobody', internationalTW: 'both' }],
  ] as const)('has its address beside %s (.%s), where the operator runs one', (rule, name, eligibility) => {
    const findings = found(name, eligibility)
    expect(findings.map((finding) => finding.rule)).toContain(rule)
    expect(pointedTo(findings, other).find((finding) => finding.rule === rule)).toMatchObject({ see: other.url })
    expect(pointedTo(findings, undefined)).toEqual(findings)
  })

  it('is shown to nobody whom the other front does not take either, nor to a front that the remedy does not name', () => {
    const nowhere = found('top', { chinaTW: 'nobody', internationalTW: 'nobody' })
    expect(nowhere).toMatchObject([{ rule: 'SUFFIX-ELIGIBLE-01' }])
    expect(pointedTo(nowhere, other)).toEqual(nowhere)
    const sent = found('cn')
    expect(pointedTo(sent, { kind: 'china', url: 'https://yuming.example' })).toEqual(sent)
  })
})
