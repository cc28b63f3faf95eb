import { readFileSync } from 'node:fs'
import type { Text } from '@yuming/rules'
import { describe, expect, it } from 'vitest'
import { explainNames } from './explain/names-topic.ts'
import { nameRules } from './name-rules.ts'
import { readName } from './read-name.ts'

const day = '2026-11-24'
const spaced = /\p{Script=Han} [a-z0-9.]|[a-z0-9.] \p{Script=Han}/iu

interface BadLabel {
  readonly label: string
  readonly suffix: string
  readonly rule: string
  readonly why: Text
  readonly given: Readonly<Record<string, unknown>>
}

function badLabels(): readonly BadLabel[] {
  const lines = readFileSync(new URL('bad-labels.fixture.tsv', import.meta.url), 'utf8').split('\n')
  return lines
    .filter((line) => line !== '' && !/^# /.test(line))
    .map((line) => {
      const [label = '', suffix = '', rule = '', zh = '', en = '', given = ''] = line.split('\t')
      const written = label
        .replaceAll('\\\\', '\\')
        .replace(/\\u\{([0-9a-f]+)\}/g, (_, point: string) => String.fromCodePoint(Number.parseInt(point, 16)))
      return { label: written, suffix, rule, why: { zh, en }, given: given === '' ? {} : JSON.parse(given) }
    })
}

const table = badLabels()

describe('the table of names that are refused (S1-12…S1-20, S1-29…S1-57, S1-119, S1-122, S1-144, S1-145)', () => {
  it('has at least 300 different cases, each with a reason in both languages', () => {
    expect(new Set(table.map(({ label, suffix, given }) => JSON.stringify([label, suffix, given]))).size).toBe(
      table.length,
    )
    expect(table.length).toBeGreaterThanOrEqual(300)
    expect(table.filter(({ why }) => why.zh === '' || why.en === '' || spaced.test(why.zh))).toEqual([])
  })

  it.each(table.map((row) => [row.label.slice(0, 24), row.suffix, row.rule, row] as const))(
    'refuses %j under .%s by %s and nothing else',
    (_label, _suffix, rule, { label, suffix, given }) => {
      const { verdict, findings } = explainNames({ label, suffix, ...given }, day)
      const refusals = findings.filter(({ severity }) => severity === 'refuse')
      expect(verdict).toBe('refused')
      expect(refusals.map((finding) => finding.rule)).toEqual([rule])
      for (const { message, remedy, source, from } of refusals) {
        expect([message.zh, message.en, remedy.zh, remedy.en, source.document, source.section, from]).not.toContain('')
        expect(spaced.test(message.zh) || spaced.test(remedy.zh), message.zh).toBe(false)
      }
    },
  )

  it('is refused by readName as well, which looks only at the rules of the class', () => {
    for (const { label, suffix, rule, given } of table.filter((row) => Object.keys(row.given).length === 0)) {
      const { findings } = readName(label, { unicode: suffix, ascii: suffix }, day)
      // Read for its registration, which .hk has elsewhere: a row of its own.
      const refusals = findings
        .filter((finding) => finding.severity === 'refuse' && finding.rule !== 'HK-RENEW-01')
        .map((finding) => finding.rule)
      expect([label, suffix, given, refusals]).toEqual([label, suffix, {}, [rule]])
    }
  })

  it('has a case for every rule that refuses and can tell', () => {
    // The two of the price overview need a shop; they are proven where there is one.
    const needNoCase = new Set([
      'NAME-IDNA-01',
      'SUFFIX-LATIN-01',
      'HK-RESERVED-01',
      'SUFFIX-ABSENT-01',
      'SUFFIX-FLOW-01',
      // A catalogue's own matrix, and no suffix of these tables has one.
      'SUFFIX-ELIGIBLE-01',
    ])
    const proven = new Set(table.map(({ rule }) => rule))
    const open = nameRules.filter(
      ({ id, severity, until }) => severity === 'refuse' && until === undefined && !proven.has(id),
    )
    expect(open.map(({ id }) => id).filter((id) => !needNoCase.has(id))).toEqual([])
  })
})
