import { type Rule, rulesInForce, type Topic } from '@yuming/rules'

/** All topics, one line each. */
export function topicList(topics: readonly Topic[]): string {
  return topics.map(({ name, title, rules }) => `${name}  ${title.zh} · ${title.en} (${rules.length})`).join('\n')
}

/** The facts of a topic, as a person reads them. */
export function factList({ facts }: Topic): string {
  return facts
    .map(({ name, kind, means, example }) =>
      [
        `  ${name}`,
        `    ${means.zh} · ${means.en}`,
        `    ${kind.type}${example === undefined ? '' : `   e.g. ${JSON.stringify(example)}`}`,
      ].join('\n'),
    )
    .join('\n')
}

/** The rules in force on a day, one JSON object a line. */
export function ruleLines({ rules, name, wording }: Topic, day: string): readonly string[] {
  return rulesInForce(rules, day).map((rule) => JSON.stringify({ topic: name, ...shown(rule), ...wording(rule) }))
}

function shown({ id, scope, severity, field, from, until }: Rule<never>) {
  return {
    id,
    ...(scope === undefined ? {} : { scope }),
    severity,
    field,
    from,
    ...(until === undefined ? {} : { until }),
  }
}
