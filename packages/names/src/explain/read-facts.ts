import { checkFacts, type FactsReading, type Finding } from '@yuming/rules'
import { type Circumstances, type NameFacts, nameFacts, type OtherName } from '../name-facts.ts'
import { nameRulesWith } from '../name-rules.ts'
import { fold, labelToUnicode } from '../normalise.ts'
import { readInput } from '../read-input.ts'
import { suffixesInTable } from '../suffix-labels.ts'
import type { WordList } from '../word-lists.ts'
import { categoryZones, provinceZones } from '../zones.ts'
import { factFields, type StatedFacts } from './fact-fields.ts'

const knownSuffixes: ReadonlySet<string> = new Set([
  ...suffixesInTable,
  ...categoryZones.keys(),
  ...provinceZones.keys(),
  '姓名.网址',
])

interface Parts {
  readonly label: string
  readonly suffix: string
  readonly wwwLeftOut: boolean
}

/** A name by the longest suffix of the table, or by its last label where the table has none. */
function partsOf(name: string): Parts {
  const { word, suffix, findings } = readInput(name, knownSuffixes)
  if (suffix !== undefined) return { label: word, suffix, wwwLeftOut: findings.length > 0 }
  const labels = word.split('.')
  const last = labels.length > 1 ? (labels.pop() ?? '') : ''
  const www = labels.length > 1 && labels[0] === 'www'
  return { label: labels.slice(www ? 1 : 0).join('.'), suffix: last, wwwLeftOut: www }
}

function suffixForm(suffix: string): string {
  const labels = fold(suffix)
    .replace(/^\.|\.$/g, '')
    .split('.')
  return labels.map((label) => (label.startsWith('xn--') ? (labelToUnicode(label) ?? label) : label)).join('.')
}

function nameless(): Finding {
  return {
    rule: 'FACTS-NAME-01',
    severity: 'refuse',
    field: 'name',
    message: { zh: '要么写name，要么写label和suffix', en: 'Either `name` is stated, or `label` and `suffix`' },
    remedy: { zh: '例如{"label":"山月茶","suffix":"cn"}', en: 'For example {"label":"山月茶","suffix":"cn"}' },
    source: { document: 'docs/explain.md', section: 'Facts' },
    from: '2026-11-23',
  }
}

function otherName(other: StatedFacts['other']): OtherName | undefined {
  if (other === undefined) return undefined
  const parts = partsOf(typeof other === 'string' ? other : other.name)
  return {
    label: nameFacts(parts.label, parts.suffix, '').label,
    suffix: parts.suffix,
    registered: typeof other === 'string' ? undefined : other.registered,
  }
}

const holder = (name: StatedFacts['holderName']) =>
  typeof name === 'string' ? { [/\p{Script=Han}/u.test(name) ? 'zh' : 'en']: name } : name

/** Checks what was stated of a name, and makes of it what the rules look at. */
export function readNameFacts(stated: unknown, today: string): FactsReading<NameFacts> {
  const checked = checkFacts(factFields, stated)
  if (!checked.ok) return checked
  // The fields above have checked every part of this shape.
  const said = checked.facts as StatedFacts & Circumstances & { readonly wordLists?: readonly WordList[] }
  const whole = said.name !== undefined
  if (whole === (said.label !== undefined) || whole === (said.suffix !== undefined))
    return { ok: false, findings: [nameless()] }
  const parts = whole
    ? partsOf(said.name ?? '')
    : { label: fold(said.label ?? ''), suffix: suffixForm(said.suffix ?? ''), wwwLeftOut: false }
  const { name: _name, label: _label, suffix: _suffix, wordLists, day = today, other, holderName, ...rest } = said
  const compared = otherName(other)
  const held = holder(holderName)
  const facts = nameFacts(parts.label, parts.suffix, day, {
    ...rest,
    wwwLeftOut: parts.wwwLeftOut,
    ...(compared === undefined ? {} : { other: compared }),
    ...(held === undefined ? {} : { holderName: held }),
  })
  return { ok: true, facts, day, rules: nameRulesWith(wordLists), read: readingOf(facts) }
}

function readingOf({ label, ascii, index, suffix }: NameFacts): Readonly<Record<string, unknown>> {
  return {
    label,
    ascii: ascii ?? null,
    index: index ?? null,
    suffix: suffix.name,
    suffixClass: suffix.class,
    policy: suffix.policy,
  }
}
