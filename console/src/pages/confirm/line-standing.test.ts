import { describe, expect, it } from 'vitest'
import type { DryRun, DryRunLine, Finding, ListItem, Template } from '../../api/types.ts'
import { greyReason } from './grey-reason.ts'
import { standingOf } from './line-standing.ts'

const finding = (rule: string, field: string, severity: Finding['severity'] = 'refuse'): Finding => ({
  rule,
  severity,
  field,
  message: { zh: rule, en: rule },
  remedy: { zh: '', en: '' },
  source: { document: '', section: '' },
  from: '2026-11-01',
})
const item = (more: Partial<ListItem> = {}): ListItem => ({
  name: '山月茶.cn',
  ascii: 'xn--rhqv96g.cn',
  suffix: 'cn',
  years: 1,
  price: { registerFen: 2_900, renewFen: 3_900 },
  state: 'ok',
  findings: [],
  ...more,
})
const line = (more: Partial<DryRunLine> = {}): DryRunLine => ({
  name: '山月茶.cn',
  ascii: 'xn--rhqv96g.cn',
  suffix: 'cn',
  years: 1,
  unitText: '¥29',
  discountFen: 0,
  subtotalFen: 2_900,
  premium: false,
  state: 'ok',
  findings: [],
  ...more,
})
const trial = (...lines: DryRunLine[]): DryRun => ({
  lines,
  totalFen: 2_900,
  findings: [],
  missing: [],
  offers: [],
  codeTrouble: null,
})

describe('how a name of the order stands', () => {
  it('is what the list knew until the trial has answered, and then what the trial says', () => {
    const bad = item({ state: 'invalid', findings: [finding('OLD', 'name')] })
    expect(standingOf(bad, undefined)).toMatchObject({ refused: true, lost: true, finding: { rule: 'OLD' } })
    expect(standingOf(bad, trial(line()))).toMatchObject({ refused: false, lost: false, finding: undefined })
    expect(standingOf(item(), trial(line({ ascii: 'other.cn', name: 'other.cn' }))).line).toBeUndefined()
  })

  it('is lost only where no other holder could have it', () => {
    const taken = line({ state: 'invalid', findings: [finding('NAME-TAKEN-01', 'name')] })
    const holder = line({ state: 'invalid', findings: [finding('REGISTER-IDENTITY-01', 'holder')] })
    expect(standingOf(item(), trial(taken))).toMatchObject({ refused: true, lost: true })
    expect(standingOf(item(), trial(holder))).toMatchObject({ refused: true, lost: false })
  })

  it('names what refuses before what only advises', () => {
    const both = line({
      state: 'invalid',
      findings: [finding('ADVICE', 'name', 'advise'), finding('REFUSAL', 'name')],
    })
    expect(standingOf(item(), trial(both)).finding?.rule).toBe('REFUSAL')
    const advice = line({ findings: [finding('ADVICE', 'name', 'advise')] })
    expect(standingOf(item(), trial(advice))).toMatchObject({ refused: false, finding: { rule: 'ADVICE' } })
  })
})

describe('why the button is grey', () => {
  const owner = { role: 'owner' } as const
  const template = { id: 't' } as Template
  const invalid = (rule: string, field: string) => line({ state: 'invalid', findings: [finding(rule, field)] })

  it('is the first thing that is missing, and nothing when all is there', () => {
    expect(greyReason({ role: 'sub-user' }, template, true, trial(line()))).toBe('confirm.grey.subUser')
    expect(greyReason(owner, template, true, undefined)).toBe('confirm.grey.counting')
    expect(greyReason(owner, template, true, trial(invalid('X', 'holder')))).toBe('confirm.grey.holder')
    expect(greyReason(owner, template, true, trial(invalid('X', 'name')))).toBe('confirm.grey.noLine')
    expect(greyReason(owner, template, true, trial(line(), invalid('X', 'name')))).toBe('confirm.grey.invalid')
    expect(greyReason(owner, undefined, true, trial(line()))).toBe('confirm.grey.template')
    expect(greyReason(owner, template, false, trial(line()))).toBe('confirm.grey.terms')
    expect(greyReason(owner, template, true, trial(line()))).toBeNull()
  })
})
