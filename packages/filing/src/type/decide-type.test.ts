import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { orderTypes, wishes } from '../model/order-types.ts'
import { decideType } from './decide-type.ts'

const day = '2026-11-24'
const file = (record: object, ...domains: object[]) =>
  explainFiling({ record, domains: domains.map((each) => ({ name: 'shanyue.cn', ...each })) }, day)
const typeOf = (record: object, ...domains: object[]) => file(record, ...domains).type?.type
const rulesOf = (record: object, ...domains: object[]) =>
  file(record, ...domains).findings.map(({ rule, field }) => [rule, field])

describe('the type of an order', () => {
  it('is decided from what is filed already (S3-02…S3-06, S2-17, S2-18)', () => {
    expect(typeOf({ filed: false }, { filed: false })).toBe('first')
    expect(typeOf({ filed: true, at: 'here' }, { filed: false })).toBe('new-service-here')
    expect(typeOf({ filed: true, at: 'elsewhere' }, { filed: false })).toBe('new-service-elsewhere')
    expect(typeOf({ filed: true }, { filed: true, sameSubject: true, at: 'elsewhere' })).toBe('new-access')
    expect(typeOf({ filed: true }, { filed: true, sameSubject: true, at: 'here' })).toBe('change-service')
  })

  it('goes by the subject alone where nothing of it is a website: an App uses domains, which are filed for their sites', () => {
    const app = (record: object, domain: object = {}, kind = 'app') =>
      explainFiling(
        { record, services: [{ kind, domains: ['api.shanyue.cn'] }], domains: [{ name: 'api.shanyue.cn', ...domain }] },
        day,
      )
    const site = { filed: true, sameSubject: true, at: 'here', running: 'here' }
    expect(app({ filed: false }).type?.type).toBe('first')
    expect(app({ filed: true, at: 'here' }, site).type?.type).toBe('new-service-here')
    expect(app({ filed: true, at: 'elsewhere' }, site, 'mini-program').type?.type).toBe('new-service-elsewhere')
    expect(app({ filed: true }, site).type).toMatchObject({ type: null, wanted: ['record.at'] })
    const rules = (kind: string) =>
      app({ filed: true, at: 'here' }, site, kind)
        .findings.map(({ rule }) => rule)
        .filter((rule) => rule.startsWith('TYPE-'))
    expect(rules('app')).toEqual([])
    expect(rules('website')).toEqual(['TYPE-RUNNING-04'])
  })

  it('is not guessed where a fact is missing, and the fact is named', () => {
    for (const [record, domain, wanted] of [
      [{}, {}, 'record.filed'],
      [{ filed: false }, {}, 'domains.filed'],
      [{ filed: true }, { filed: false }, 'record.at'],
      [{ filed: true }, { filed: true }, 'domains.sameSubject'],
      [{ filed: true }, { filed: true, sameSubject: true }, 'domains.at'],
    ] as const)
      expect(file(record, domain).type).toMatchObject({ type: null, wanted: [wanted] })
  })

  it('is what was asked for where something is changed, cancelled or claimed', () => {
    for (const wish of wishes.filter((each) => each !== 'file' && each !== 'move-service'))
      expect(explainFiling({ wish }, day).type?.type).toBe(wish)
    expect(orderTypes.filter((type) => wishes.some((wish) => wish === type))).toHaveLength(7)
  })

  it('explains itself in both languages, whatever the facts', () => {
    const maybe = fc.constantFrom(undefined, true, false)
    const place = fc.constantFrom(undefined, 'here' as const, 'elsewhere' as const)
    fc.assert(
      fc.property(
        fc.constantFrom(...wishes),
        maybe,
        place,
        maybe,
        place,
        maybe,
        (wish, filed, at, domain, where, same) => {
          const decision = decideType({
            wish,
            record: { filed, at },
            domains: [{ filed: domain, at: where, sameSubject: same }],
          })
          expect(decision.because.zh).toMatch(/[一-鿿]/)
          expect(decision.because.en).toMatch(/^[A-Z]/)
          if (decision.wanted.length > 0) expect(decision.type).toBeUndefined()
        },
      ),
    )
  })
})

describe('a wrong premise is found, with the way out', () => {
  it('an older filing of the subject, or a running order for it', () => {
    const good = [{ filed: false }]
    expect(rulesOf({ filed: false, underOldCertificate: true }, ...good)).toEqual([
      ['TYPE-OLD-01', 'record.underOldCertificate'],
    ])
    expect(rulesOf({ filed: false, running: 'here' }, ...good)).toEqual([['TYPE-RUNNING-01', 'record.running']])
    expect(rulesOf({ filed: false, running: 'elsewhere' }, ...good)).toEqual([['TYPE-RUNNING-02', 'record.running']])
    expect(rulesOf({ filed: false, running: 'none', runningAtBureau: false }, ...good)).toEqual([])
  })

  it('a domain that is filed elsewhere, by another subject, or under way (S2-21)', () => {
    expect(rulesOf({ filed: false }, { filed: true })).toContainEqual(['TYPE-DOMAIN-02', 'domains.0.filed'])
    expect(rulesOf({ filed: true }, { filed: true, sameSubject: false })).toEqual([
      ['TYPE-DOMAIN-01', 'domains.0.sameSubject'],
    ])
    expect(rulesOf({ filed: false }, { filed: false, running: 'here' })).toEqual([
      ['TYPE-RUNNING-04', 'domains.0.running'],
    ])
    expect(
      rulesOf({ filed: true, at: 'here' }, { filed: false }, { filed: true, sameSubject: true, at: 'elsewhere' }),
    ).toEqual([['TYPE-DOMAIN-05', 'domains']])
  })

  it('a second-level name that does not rest on a filed parent of the same subject (S2-03…S2-05, S2-35)', () => {
    const under = { name: 'blog.shanyue.cn', registered: 'shanyue.cn' }
    expect(rulesOf({ filed: true, at: 'here' }, { ...under, parent: { filed: false } })).toContainEqual([
      'SECOND-LEVEL-01',
      'domains.0.parent.filed',
    ])
    expect(rulesOf({ filed: true, at: 'here' }, { ...under, parent: { filed: true, sameSubject: false } })).toEqual([
      ['SECOND-LEVEL-02', 'domains.0.parent.sameSubject'],
    ])
    const good = { ...under, parent: { filed: true, sameSubject: true, at: 'elsewhere' } }
    expect([typeOf({ filed: true }, good), rulesOf({ filed: true }, good)]).toEqual(['new-access', []])
  })
})
