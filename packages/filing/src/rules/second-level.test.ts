import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }

const day = '2026-11-24'
const parent = { filed: true, sameSubject: true, at: 'elsewhere' }
const { filed: _, ...domain } = drafts.company.domains[0] ?? { filed: false }
const found = (changes: Readonly<Record<string, unknown>>) =>
  explainFiling(
    changed(drafts.company, {
      'domains.0': { ...domain, name: 'blog.shanyue.cn', registered: 'shanyue.cn', parent },
      record: { filed: true, at: 'elsewhere', running: 'none', runningAtBureau: false },
      'services.0.domains': ['blog.shanyue.cn'],
      'services.0.homeUrl': 'blog.shanyue.cn',
      ...changes,
    }),
    day,
  )
const rulesOf = (changes: Readonly<Record<string, unknown>> = {}) => found(changes).findings.map(({ rule }) => rule)

describe('a second-level name (二级域名备案, S2-01)', () => {
  it('rests on its filed parent as a new access, and never stands alone (S2-03, S2-05)', () => {
    expect([found({}).type?.type, rulesOf()]).toEqual(['new-access', []])
    expect(rulesOf({ 'domains.0.parent': { filed: false } })).toContain('SECOND-LEVEL-01')
    expect(rulesOf({ 'domains.0.filed': false })).toContain('SECOND-LEVEL-03')
  })
})

describe('the four rules of its table', () => {
  it('one subject with the parent, and no other’s (S2-04, S2-35)', () => {
    const refused = found({ 'domains.0.parent': { ...parent, sameSubject: false } })
    expect([refused.type?.type, refused.findings.map(({ rule }) => rule)]).toEqual([null, ['SECOND-LEVEL-02']])
  })

  it('a name without unlawful words, of letters, digits and hyphens where possible (S2-36)', () => {
    expect(rulesOf({ 'domains.0.name': '博彩.shanyue.cn' })).toContain('DOMAIN-WORD-02')
    const advice = found({ 'domains.0.name': '茶.shanyue.cn' }).findings.find(({ rule }) => rule === 'SECOND-LEVEL-04')
    expect(advice?.severity).toBe('advise')
  })

  it('true papers: whoever is on the blacklist files nothing more (S2-37)', () => {
    const refused = found({ 'record.blacklisted': true })
    expect(refused.verdict).toBe('refused')
    expect(refused.findings.map(({ field }) => field)).toEqual(['record.blacklisted'])
    expect(rulesOf({ 'domains.0.blacklisted': true })).toEqual(['DOMAIN-BLACK-01'])
  })

  it('a server of the mainland; one abroad needs no filing (S2-38)', () => {
    const abroad = found({ servers: [{ region: 'abroad' }] })
    const advice = abroad.findings.find(({ rule }) => rule === 'SERVER-REGION-02')
    expect([advice?.severity, rulesOf({ servers: [{ region: 'mainland' }] }).includes('SERVER-REGION-02')]).toEqual([
      'advise',
      false,
    ])
  })
})
