import { describe, expect, it } from 'vitest'
import { certificateKind, certificateKindOfCode, certificateKinds, takesRegion } from './certificate-kinds.ts'

describe('certificate kinds (S1-170, S4-26)', () => {
  it('has each kind once, with both languages, holder type, region and at least one source', () => {
    expect(new Set(certificateKinds.map(({ id }) => id)).size).toBe(certificateKinds.length)
    expect(certificateKinds.length).toBe(41)
    for (const { name, holderTypes, regions, source } of certificateKinds) {
      expect(name.zh).toMatch(/\p{Script=Han}/u)
      expect(name.en).toMatch(/^[\x20-\x7e]+$/)
      expect(holderTypes.length * regions.length * source.length).toBeGreaterThan(0)
    }
  })

  it('knows every code that the .cn registry takes, and says null where a party has none', () => {
    const codes =
      'SFZ HZ GAJMTX TWJMTX WJLSFZ GATJZZ ORG YYZZ TYDM QT BDDM JDDWFW SYDWFR WGCZJG SHTTFR ZJCS MBFQY JJHFR LSZY WGZHWH WLCZJG SFJD JWJG SHFWJG MBXXBX YLJGZY GZJGZY BJWSXX'
    for (const code of codes.split(' ')) expect([code, certificateKindOfCode(code)?.id]).not.toContain(undefined)
    expect(certificateKind('cn-household-page')).toMatchObject({ codes: { cnnic: null }, sentAs: 'cn-resident-id' })
    expect(certificateKind('cn-resident-id')?.codes).toEqual({
      cnnic: 'SFZ',
      cnnicOld: 'SFZ',
      provider: 'poc',
      miit: 2,
      filing: [2],
    })
    expect(certificateKind('nothing')).toBeUndefined()
  })

  it('tells two papers of one code apart by the region', () => {
    expect(certificateKindOfCode('GATJZZ')?.id).toBe('hk-macao-residence-permit')
    expect(certificateKindOfCode('GATJZZ', 'TW')?.id).toBe('tw-residence-permit')
    expect(certificateKindOfCode('GATJZZ', 'FR')?.id).toBe('hk-macao-residence-permit')
    expect(certificateKindOfCode('XXX', 'CN')).toBeUndefined()
  })

  it('knows where a paper is from', () => {
    const takes = (id: string) =>
      ['CN', 'HK', 'MO', 'TW', 'FR'].filter((region) => {
        const kind = certificateKind(id)
        return kind !== undefined && takesRegion(kind, region)
      })
    expect(takes('cn-resident-id')).toEqual(['CN'])
    expect(takes('hk-macao-travel-permit')).toEqual(['HK', 'MO'])
    expect(takes('foreigner-permanent-residence')).toEqual(['FR'])
    expect(takes('passport')).toEqual(['CN', 'HK', 'MO', 'TW', 'FR'])
  })
})
