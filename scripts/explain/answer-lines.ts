import type { Explanation, Topic } from '@yuming/rules'

/** The answer to one line of JSON, as one line of JSON. undefined for an empty line. */
export function answerLine(topic: Topic, line: string, day: string): string | undefined {
  if (line.trim() === '') return undefined
  return JSON.stringify(explained(topic, line, day))
}

function explained(topic: Topic, line: string, day: string): Explanation {
  let facts: unknown
  try {
    facts = JSON.parse(line)
  } catch {
    return unreadable(day)
  }
  return topic.explain(facts, day)
}

function unreadable(day: string): Explanation {
  return {
    verdict: 'bad-facts',
    day,
    findings: [
      {
        rule: 'FACTS-JSON-01',
        severity: 'refuse',
        field: '',
        message: { zh: '这一行不是JSON', en: 'This line is not JSON' },
        remedy: { zh: '一行写一个JSON对象', en: 'Write one JSON object on each line' },
        source: { document: 'docs/explain.md', section: 'Facts' },
        from: '2026-11-23',
      },
    ],
    looked: [],
    notAsked: [],
    rulesDate: undefined,
  }
}
