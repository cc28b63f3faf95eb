import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { operations } from '../identity-facts.ts'
import { identityRules } from '../identity-rules.ts'
import { explainIdentity, identityTopic } from './identity-topic.ts'

const day = '2026-11-24'
const rulesOf = (facts: object, on = day) => explainIdentity(facts, on).findings.map(({ rule }) => rule)
const verdictOf = (facts: object, on = day) => explainIdentity(facts, on).verdict
const dueOf = (facts: object, on = day) =>
  explainIdentity(facts, on).due.map(({ id, earliest, on: last, passed }) => [id, earliest ?? null, last, passed])
const blocked = (state: object, on = day) =>
  Object.fromEntries(explainIdentity({ state }, on).blockedBy.map(({ operation, rules }) => [operation, rules]))

describe('before and at registration', () => {
  const order = (policy: object, template: string) => ({
    operation: 'register',
    suffix: { name: 'com', ...policy },
    state: { template },
  })

  it('needs no further verification with a verified template that the suffix takes (S0-15, S1-86, S1-128)', () => {
    expect(rulesOf(order({ verifyBefore: false, templateCovers: true }, 'verified'))).toEqual([])
    expect(rulesOf(order({ verifyBefore: false, templateCovers: false }, 'verified'))).toEqual(['REGISTER-COVER-01'])
    expect(verdictOf(order({ verifyBefore: false, templateCovers: null }, 'verified'))).toBe('unknown')
  })

  it('says before payment that verification must follow soon (S0-16)', () => {
    const facts = order({ verifyBefore: false }, 'unverified')
    expect(rulesOf(facts)).toEqual(['REGISTER-IDENTITY-02'])
    expect(verdictOf(facts)).toBe('allowed')
  })

  it('asks for the identity first where the suffix wants it, since 2022-03-01', () => {
    const facts = order({ verifyBefore: true }, 'reviewing')
    expect([verdictOf(facts), rulesOf(facts)]).toEqual(['refused', ['REGISTER-IDENTITY-01']])
    expect(verdictOf(facts, '2022-02-28')).toBe('allowed')
    expect(verdictOf({ operation: 'register', suffix: { name: 'com', verifyBefore: true } })).toBe('unknown')
  })

  it('does not know about a suffix whose policy is not known', () => {
    expect(verdictOf(order({ verifyBefore: null }, 'unverified'))).toBe('unknown')
    expect(rulesOf(order({}, 'verified'))).toEqual([])
  })

  it('uses only templates with a verified address (S1-110, S1-127)', () => {
    for (const operation of ['register', 'holder-change', 'transfer-in'])
      expect(rulesOf({ operation, holder: { emailVerified: false } })).toEqual(['EMAIL-VERIFIED-01'])
    expect(rulesOf({ operation: 'register', holder: { emailVerified: true } })).toEqual([])
  })

  it('takes organisations only under .gov.cn (S0-10, S0-11)', () => {
    expect(rulesOf({ suffix: 'gov.cn', holder: { type: 'person' } })).toEqual(['SUFFIX-GOV-01'])
    expect(rulesOf({ suffix: 'gov.cn', holder: { type: 'organisation' } })).toEqual([])
  })

  it('takes the person of the ID card under 姓名.网址 (S1-115, S1-117, S1-119, S1-122…S1-124)', () => {
    const zhang = {
      suffix: '姓名.网址',
      label: '设计师张三博士',
      holder: { type: 'person', name: '张三', region: 'CN' },
      certificate: { kind: 'SFZ', number: '11010519491231002x' },
    }
    expect(rulesOf(zhang)).toEqual([])
    expect(rulesOf({ ...zhang, holder: { ...zhang.holder, name: '李四' } })).toEqual(['SUFFIX-PERSON-02'])
    expect(rulesOf({ ...zhang, label: '张·三', holder: { ...zhang.holder, name: '张·三' } })).toEqual([
      'SUFFIX-PERSON-03',
    ])
    expect(rulesOf({ ...zhang, certificate: { kind: 'HZ', number: 'E12345678' } })).toEqual(['SUFFIX-PERSON-01'])
    expect(verdictOf({ ...zhang, certificate: null })).toBe('unknown')
    expect(rulesOf({ ...zhang, holder: { type: 'organisation' }, certificate: null })).toEqual(['SUFFIX-PERSON-01'])
  })

  it('tells that .商标 needs two reviews (S0-35, S1-113)', () => {
    expect(rulesOf({ suffix: '商标' })).toEqual(['SUFFIX-TRADEMARK-01'])
    expect(rulesOf({ suffix: '商标', state: { identity: 'verified', qualification: 'verified' } })).toEqual([])
  })

  it('advises to leave the template of an agent (S1-162…S1-165)', () => {
    expect(rulesOf({ state: { agentTemplate: true } })).toEqual(['STATE-AGENT-01'])
    for (const operation of ['renew', 'transfer-out', 'account-move', 'information-change'])
      expect(rulesOf({ operation, state: { agentTemplate: true } })).toEqual(['STATE-AGENT-01', 'BLOCK-AGENT'])
    expect(verdictOf({ operation: 'renew', state: { agentTemplate: true } })).toBe('refused')
    expect(rulesOf({ operation: 'holder-change', state: { agentTemplate: true } })).toEqual(['STATE-AGENT-01'])
    expect(rulesOf({ operation: 'renew', state: { agentTemplate: false } })).toEqual([])
  })

  it('says that a domain is usable only after its reviews (S0-34…S0-36, S1-130)', () => {
    expect(rulesOf({ state: { identity: 'unverified' } })).toEqual(['STATE-USABLE-01'])
    expect(rulesOf({ state: { identity: 'verified', naming: 'reviewing' } })).toEqual(['STATE-USABLE-01'])
    expect(rulesOf({ state: { identity: 'verified', naming: 'verified' } })).toEqual([])
  })
})

describe('a failed verification (S4-01…S4-35)', () => {
  it('goes to a verified template where there is one (S4-03, S4-04), else is done again (S4-05, S4-06)', () => {
    const failed = (otherVerifiedTemplate?: boolean) => ({ state: { identity: 'failed', otherVerifiedTemplate } })
    expect(rulesOf(failed(true))).toEqual(['VERIFY-PATH-A'])
    expect(rulesOf(failed(false))).toEqual(['VERIFY-PATH-B'])
    expect(rulesOf({ state: { identity: 'failed' } })).toEqual(['VERIFY-PATH-B'])
    expect(explainIdentity(failed(true), day).findings[0]?.remedy.zh).toContain('1到3个工作日')
    expect(explainIdentity(failed(false), day).findings[0]?.remedy.zh).toContain('3到5个工作日')
  })

  it('may be redone, but not with another holder (S1-171, S4-02, S4-26…S4-29)', () => {
    const again = { operation: 'verify', state: { identity: 'failed', otherVerifiedTemplate: false } }
    expect(verdictOf(again)).toBe('allowed')
    expect(rulesOf({ ...again, state: { ...again.state, holderDiffers: true } })).toEqual([
      'VERIFY-HOLDER-01',
      'VERIFY-PATH-B',
    ])
    expect(rulesOf({ operation: 'verify', state: { identity: 'verified' } })).toEqual(['VERIFY-STATE-01'])
  })

  it('hands on to a person after three failures (S4-35)', () => {
    expect(rulesOf({ state: { identity: 'failed', failures: 2 } })).toEqual(['VERIFY-PATH-B'])
    expect(rulesOf({ state: { identity: 'failed', failures: 3 } })).toContain('VERIFY-AGAIN-01')
  })

  it('changes the holder to verified templates only (S4-11)', () => {
    expect(rulesOf({ operation: 'holder-change', state: { template: 'failed' } })).toEqual(['CHANGE-TEMPLATE-01'])
    expect(rulesOf({ operation: 'holder-change', state: { identity: 'failed', template: 'verified' } })).toEqual([])
    expect(rulesOf({ operation: 'holder-change', state: { identity: 'unverified' } })).toEqual(['BLOCK-UNVERIFIED'])
  })
})

describe('what a state blocks', () => {
  it('closes what an unverified name may not do, as its suffix says', () => {
    const stopped = (suffix: object, identity: string, on = day) =>
      explainIdentity({ suffix, state: { identity } }, on)
        .blockedBy.filter(({ rules }) => rules.some((rule) => /^BLOCK-UNVERIFIED-/.test(rule)))
        .map(({ operation }) => operation)
        .sort()
    const five = ['account-move', 'information-change', 'renew', 'restore', 'transfer-out']
    expect(stopped({ name: 'cn' }, 'unverified')).toEqual(five)
    expect(stopped({ name: '中国' }, 'failed')).toEqual(five)
    expect(stopped({ name: 'com', verifyBefore: true }, 'reviewing')).toEqual(five)
    expect(stopped({ name: 'com', verifyBefore: false }, 'unverified')).toEqual([])
    expect(stopped({ name: 'com', verifyBefore: true }, 'verified')).toEqual([])
    expect(stopped({ name: 'com', verifyBefore: true }, 'unverified', '2022-02-28')).toEqual([])
    expect(
      explainIdentity(
        { operation: 'renew', suffix: { name: 'net', verifyBefore: true }, state: { identity: 'failed' } },
        day,
      ),
    ).toMatchObject({
      verdict: 'refused',
      findings: expect.arrayContaining([expect.objectContaining({ rule: 'BLOCK-UNVERIFIED-ALL' })]),
    })
    expect(
      explainIdentity({ operation: 'renew', suffix: { name: 'cn' }, state: { identity: 'failed' } }, day).findings,
    ).toContainEqual(expect.objectContaining({ rule: 'BLOCK-UNVERIFIED-CN' }))
  })

  it('while a change of holder is reviewed: five operations, until it ends (S4-16…S4-22)', () => {
    const five = ['verify', 'holder-change', 'information-change', 'account-move', 'transfer-in', 'transfer-out']
    expect(Object.keys(blocked({ holderChange: 'reviewing' })).sort()).toEqual(five.sort())
    expect(blocked({ holderChange: 'none' })).toEqual({})
    for (const operation of operations)
      expect([operation, verdictOf({ operation, state: { holderChange: 'reviewing' } }) === 'refused']).toEqual([
        operation,
        five.includes(operation),
      ])
  })

  it('while the identity is reviewed nothing handed in changes (S4-34)', () => {
    expect(Object.keys(blocked({ identity: 'reviewing' }))).toEqual(['verify', 'holder-change', 'information-change'])
  })

  it('names every rule that stands against an operation', () => {
    expect(blocked({ identity: 'reviewing', updateLock: true }).verify).toEqual([
      'BLOCK-IDENTITY-REVIEW',
      'BLOCK-UPDATE-LOCK',
    ])
    expect(blocked({ transferLock: true })).toEqual({ 'transfer-out': ['BLOCK-TRANSFER-LOCK'] })
    expect(blocked({ expiresOn: '2026-11-23' })).toHaveProperty('holder-change', ['BLOCK-EXPIRED'])
    expect(blocked({ expiresOn: '2026-11-24' })).toEqual({})
    expect(Object.keys(blocked({ registrarTransfer: 'pending' }))).toHaveLength(operations.length - 1)
  })

  it('agrees with the verdict on each operation, in any state', () => {
    const state = fc.record(
      {
        identity: fc.constantFrom('unverified', 'reviewing', 'verified', 'failed'),
        holderChange: fc.constantFrom('none', 'reviewing'),
        registrarTransfer: fc.constantFrom('none', 'pending'),
        updateLock: fc.boolean(),
        transferLock: fc.boolean(),
        expiresOn: fc.constantFrom('2026-11-23', '2027-01-01'),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(state, fc.constantFrom(...operations), fc.constantFrom('2021-02-01', day), (given, operation, on) => {
        const { findings, blockedBy } = explainIdentity({ operation, state: given }, on)
        const found = findings.map(({ rule }) => rule).filter((rule) => rule.startsWith('BLOCK-'))
        expect(blockedBy.find((block) => block.operation === operation)?.rules ?? []).toEqual(found)
      }),
    )
  })
})

describe('what is due', () => {
  it('identity within 5 calendar days, then serverHold; the address within 15 (S1-54, S1-110, S1-130)', () => {
    const facts = {
      suffix: { name: 'com', verifyBefore: false },
      holder: { emailVerified: false },
      state: { identity: 'unverified', registeredOn: '2026-11-20' },
    }
    expect(dueOf(facts)).toEqual([
      ['DUE-IDENTITY', null, '2026-11-25', false],
      ['DUE-EMAIL', null, '2026-12-05', false],
    ])
    expect(dueOf(facts, '2026-11-26')[0]).toEqual(['DUE-IDENTITY', null, '2026-11-25', true])
    expect(explainIdentity(facts, day).due[0]?.otherwise?.en).toContain('serverHold')
    expect(dueOf({ ...facts, holder: {}, state: { ...facts.state, identity: 'verified' } })).toEqual([])
  })

  it('reviews in full working days after the day of handing in, make-up days and holidays counted (S4-04, S4-06, S4-33)', () => {
    expect(dueOf({ state: { identity: 'reviewing', submittedOn: '2026-09-30' } }, '2026-09-30')).toEqual([
      ['DUE-REVIEW', '2026-10-10', '2026-10-13', false],
    ])
    expect(
      dueOf({ state: { holderChange: 'reviewing', holderChangeSubmittedOn: '2026-11-20' } }).find(
        ([id]) => id === 'DUE-HOLDER-CHANGE',
      ),
    ).toEqual(['DUE-HOLDER-CHANGE', '2026-11-23', '2026-11-25', false])
  })

  it('says when the calendar of a year is not out', () => {
    const { due } = explainIdentity({ state: { identity: 'reviewing', submittedOn: '2026-12-30' } }, '2026-12-30')
    expect(due).toMatchObject([{ id: 'DUE-REVIEW', sure: false }])
  })

  it('our part within one working day for .cn, the hold and the bureau after the pass', () => {
    const submitted = { suffix: 'cn', state: { identity: 'reviewing', submittedOn: '2026-11-20' } }
    expect(dueOf(submitted)).toContainEqual(['DUE-REGISTRY-DATA', null, '2026-11-23', true])
    expect(dueOf({ state: { identity: 'verified', verifiedOn: '2026-11-20' } })).toEqual([
      ['DUE-UNHOLD', '2026-11-23', '2026-11-24', false],
      ['DUE-BUREAU', '2026-11-25', '2026-11-27', false],
    ])
  })

  it('other days: more papers for .cn, transfer after a new holder, a new paper', () => {
    expect(dueOf({ suffix: 'cn', state: { enhancedNoticeOn: '2026-11-20', holderChangedOn: '2026-11-01' } })).toEqual([
      ['DUE-ENHANCED', null, '2026-11-30', false],
    ])
    expect(dueOf({ suffix: 'com', state: { holderChangedOn: '2026-11-01' } })).toEqual([
      ['DUE-TRANSFER-OUT', null, '2026-12-31', false],
    ])
    const paper = { certificate: { kind: 'SFZ', issuedOn: '2026-11-20' } }
    expect(dueOf(paper)).toEqual([['DUE-CERTIFICATE', null, '2026-11-30', false]])
    expect(explainIdentity(paper, day).findings[0]?.remedy.zh).toContain('2026-11-30')
    expect(dueOf(paper, '2026-11-30')).toEqual([])
  })
})

describe('the rules themselves', () => {
  const wordingOf = (rule: (typeof identityRules)[number]) => identityTopic.wording(rule)

  it('all say what, why, since when and what to do, in both languages', () => {
    expect(identityRules.length).toBeGreaterThan(90)
    for (const rule of identityRules) {
      const { message, remedy, source } = wordingOf(rule)
      for (const text of [message.zh, message.en, remedy.zh, remedy.en]) {
        expect([rule.id, text.length > 1, text.includes('undefined')]).toEqual([rule.id, true, false])
      }
      expect(source.document.length * source.section.length).toBeGreaterThan(0)
      expect(rule.from).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    }
  })

  it('each rule of operations and states can fire', () => {
    const cases: readonly object[] = [
      { operation: 'register', holder: { emailVerified: false } },
      { operation: 'verify', state: { identity: 'verified', holderDiffers: true, holderChange: 'reviewing' } },
      { state: { identity: 'failed', otherVerifiedTemplate: true, failures: 5, agentTemplate: true } },
      { state: { identity: 'failed' } },
      { operation: 'register', suffix: { name: 'com', verifyBefore: true }, state: { template: 'failed' } },
      { operation: 'register', suffix: { name: 'com', verifyBefore: false }, state: { template: 'failed' } },
      { operation: 'register', suffix: 'com' },
      { operation: 'register', suffix: { name: 'com', templateCovers: false }, state: { template: 'verified' } },
      { suffix: 'gov.cn', holder: { type: 'person' } },
      { suffix: '姓名.网址', label: '张三', holder: { type: 'organisation', name: '李·四' } },
      { suffix: '商标', state: { identity: 'unverified' } },
      { operation: 'holder-change', state: { template: 'failed', identity: 'unverified', expiresOn: '2026-01-01' } },
      { operation: 'verify', state: { identity: 'reviewing', registrarTransfer: 'pending', updateLock: true } },
      { operation: 'transfer-out', state: { transferLock: true } },
      { operation: 'renew', state: { agentTemplate: true } },
      { operation: 'renew', suffix: 'cn', state: { identity: 'failed' } },
      { operation: 'restore', suffix: { name: 'com', verifyBefore: true }, state: { identity: 'unverified' } },
    ]
    const fired = new Set(cases.flatMap((facts) => rulesOf(facts)))
    const others = identityRules.map(({ id }) => id).filter((id) => !fired.has(id))
    expect(others.filter((id) => /^(?:EMAIL-VERIFIED|VERIFY|REGISTER|SUFFIX|STATE|CHANGE|BLOCK)-/.test(id))).toEqual([])
  })

  it('bad facts are answered, never thrown', () => {
    for (const facts of [null, 3, [], { holder: 'x' }, { state: { identity: 'maybe' } }, { what: 1 }])
      expect(verdictOf(facts as object)).toBe('bad-facts')
    fc.assert(
      fc.property(fc.anything(), (facts) => {
        expect(() => explainIdentity(facts, day)).not.toThrow()
      }),
    )
  })

  it('asks the rules of the day that the facts name', () => {
    expect(explainIdentity({ day: '2020-01-01' }, day)).toMatchObject({
      verdict: 'unknown',
      day: '2020-01-01',
      findings: [{ rule: 'IDENTITY-HISTORY-01' }],
    })
    expect(explainIdentity({}, day).looked.length).toBe(identityRules.length - 1)
  })
})
