import type { Finding, Text } from './finding.ts'
import type { FactField } from './topic.ts'

const since = '2026-11-23'

function badFact(rule: string, field: string, message: Text, remedy: Text): Finding {
  return {
    rule,
    severity: 'refuse',
    field,
    message,
    remedy,
    source: { document: 'docs/explain.md', section: 'Facts' },
    from: since,
  }
}

export type CheckedFacts =
  | { readonly ok: true; readonly facts: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Holds stated facts against the fields of a topic. A fact that is null is not known, as if it were absent. */
export function checkFacts(fields: readonly FactField[], stated: unknown): CheckedFacts {
  if (typeof stated !== 'object' || stated === null || Array.isArray(stated))
    return {
      ok: false,
      findings: [
        badFact(
          'FACTS-OBJECT-01',
          '',
          { zh: '事实要写成一个JSON对象', en: 'The facts are one JSON object' },
          { zh: '例如{"name":"山月茶.cn"}', en: 'For example {"name":"山月茶.cn"}' },
        ),
      ],
    }
  const byName = new Map(fields.map((field) => [field.name, field]))
  const facts = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== null && value !== undefined))
  const findings = Object.entries(facts).flatMap(([name, value]) => {
    const field = byName.get(name)
    if (!field) return unknownField(name, fields)
    return field.kind.accepts(value) ? [] : wrongKind(field)
  })
  return findings.length > 0 ? { ok: false, findings } : { ok: true, facts }
}

function unknownField(name: string, fields: readonly FactField[]): Finding {
  const shown = name.slice(0, 60)
  return badFact(
    'FACTS-FIELD-01',
    shown,
    { zh: `不认识“${shown}”这一项`, en: `There is no fact “${shown}”` },
    {
      zh: `可用的项：${fields.map((field) => field.name).join('、')}`,
      en: `The facts are: ${fields.map((field) => field.name).join(', ')}`,
    },
  )
}

function wrongKind({ name, kind, example }: FactField): Finding {
  return badFact(
    'FACTS-KIND-01',
    name,
    { zh: `“${name}”这一项的写法不对`, en: `The fact “${name}” is not written as it should be` },
    {
      zh: `要写成：${kind.type}${example === undefined ? '' : `；例如${JSON.stringify(example)}`}`,
      en: `It is: ${kind.type}${example === undefined ? '' : `; for example ${JSON.stringify(example)}`}`,
    },
  )
}
