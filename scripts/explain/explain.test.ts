import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { answerLine } from './answer-lines.ts'
import { ruleLines } from './print.ts'
import { topics } from './topics.ts'

const run = (args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/explain.ts', ...args], {
    input,
    encoding: 'utf8',
  })
  return { lines: stdout.split('\n').filter((line) => line !== ''), stderr, status }
}

describe('npm run explain', () => {
  it('answers each line of facts with one line, in order, and a broken line too (S1-14, S1-57)', () => {
    const facts = ['{"name":"山月茶.cn"}', '', 'oops', '{"name":"-a.cn"}']
    const { lines, status } = run(['names', '--day', '2026-11-24'], facts.join('\n'))
    const answers = lines.map((line) => JSON.parse(line) as { verdict: string; findings: { rule: string }[] })
    expect(status).toBe(0)
    expect(answers.map(({ verdict }) => verdict)).toEqual(['allowed', 'bad-facts', 'refused'])
    expect(answers[2]?.findings.map(({ rule }) => rule)).toEqual(['NAME-HYPHEN-01'])
  })

  it('prints the rules of any day, with wording and source', () => {
    for (const topic of topics) {
      const rules = ruleLines(topic, '2026-11-24').map((line) => JSON.parse(line) as Record<string, unknown>)
      expect(rules.length).toBeGreaterThan(15)
      for (const rule of rules)
        expect(Object.keys(rule)).toEqual(
          expect.arrayContaining(['topic', 'id', 'severity', 'field', 'from', 'source', 'message', 'remedy']),
        )
      expect(ruleLines(topic, '1999-01-01').length).toBeLessThan(rules.length)
    }
  })

  it('lists topics and facts, and says what is wrong with a question', () => {
    expect(run(['--list']).lines).toHaveLength(topics.length)
    expect(run(['names', '--help']).lines.join('\n')).toContain('holderType')
    for (const args of [['nope'], [], ['names', '--day', 'today'], ['names', 'more'], ['names', '--what']]) {
      const { status, stderr } = run(args)
      expect([args, status, stderr.startsWith('explain: ')]).toEqual([args, 1, true])
    }
  }, 60_000)

  it('documents every fact, and the document shows what is really answered', () => {
    const document = readFileSync('docs/explain.md', 'utf8')
    const here = topics.filter(({ name }) => name !== 'papers')
    for (const { facts } of here) for (const { name } of facts) expect(document).toContain(`\`${name}\``)
    const examples = [...document.matchAll(/echo '(\{.*\})' \| npm run --silent explain -- (\w+)/g)]
    const answers = examples.map(([, facts = '', topic]) => {
      const asked = topics.find(({ name }) => name === topic)
      return JSON.parse((asked && answerLine(asked, facts, '2026-11-23')) ?? '')
    })
    expect(answers).toMatchObject([
      { verdict: 'refused', findings: [{ rule: 'NAME-NATION-04' }] },
      {
        verdict: 'refused',
        findings: [{ rule: 'NUMBER-ID-10' }, { rule: 'VERIFY-PATH-A' }],
        due: [{ id: 'DUE-IDENTITY', on: '2026-11-25' }],
      },
      { verdict: 'unknown', findings: [{ rule: 'PAPER-BLANK-01' }, { rule: 'PAPER-BORDER-01', severity: 'advise' }] },
      { verdict: 'refused', type: { type: 'new-service-elsewhere' } },
    ])
  })
})
