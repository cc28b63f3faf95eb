import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }

const rulesOf = (changes: Readonly<Record<string, unknown>>) =>
  explainFiling(changed(drafts.company, changes), '2026-11-24').findings.map(({ rule }) => rule)

describe('addresses in two provinces', () => {
  it('are refused: correspondence and certificate are in one (S3-34, S3-35)', () => {
    expect(rulesOf({ 'subject.correspondenceAddress': '浙江省宁波市鄞州区天童路8号' })).toEqual([])
    expect(rulesOf({ 'subject.correspondenceAddress': '江苏省南京市玄武区中山路8号' })).toEqual(['SUBJECT-ADDRESS-01'])
  })

  it('are refused where an organisation files elsewhere than its certificate says (S3-27)', () => {
    expect(rulesOf({ 'subject.region': { province: '江苏省', city: '南京市' }, province: '江苏省' })).toContain(
      'SUBJECT-REGION-01',
    )
  })
})

describe('an address without a house number', () => {
  it('is explained in the remark (S3-36)', () => {
    const vague = { 'subject.correspondenceAddress': '浙江省杭州市西湖区龙井村' }
    expect(rulesOf(vague)).toContain('SUBJECT-ADDRESS-02')
    expect(rulesOf({ ...vague, 'subject.remark': '地址已是最详' })).not.toContain('SUBJECT-ADDRESS-02')
  })
})
