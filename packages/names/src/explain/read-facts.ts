import { checkFacts, type FactsReading, type Finding } from '@yuming/rules'
import { type Circumstances, type NameFacts, nameFacts, type OtherName } from '../name-facts.ts'
import { nameRulesWith } from '../name-rules.ts'
import { fold, labelToUnicode } from '../normalise.ts'
import { type InputChanges, readWholeName } from '../read-input.ts'
import type { SuffixBook } from '../suffix-facts.ts'
import { dispositionOf } from '../variants/disposition.ts'
import { type WordList, wordListRule } from '../word-lists.ts'
import { factFields, type StatedFacts } from './fact-fields.ts'

/** Whose suffixes and words are asked: those of a shop on a day, or what this package knows by itself. */
export interface NamesSource {
  readonly on: (day: string) => SuffixBook
  /** Always the same array. */
  readonly wordLists?: readonly WordList[]
}

interface Parts {
  readonly label: string
  readonly suffix: string
  readonly changed: InputChanges
}

function partsOf(name: string, { names }: SuffixBook): Parts {
  const { label, suffix, changed } = readWholeName(name, names)
  return { label, suffix, changed }
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

function otherName(other: StatedFacts['other'], book: SuffixBook): OtherName | undefined {
  if (other === undefined) return undefined
  const parts = partsOf(typeof other === 'string' ? other : other.name, book)
  return {
    label: nameFacts(parts.label, book.facts(parts.suffix), '').label,
    suffix: parts.suffix,
    registered: typeof other === 'string' ? undefined : (other.registered ?? undefined),
  }
}

const holder = (name: StatedFacts['holderName']) =>
  typeof name === 'string' ? { [/\p{Script=Han}/u.test(name) ? 'zh' : 'en']: name } : name

/** Checks what was stated of a name, and makes of it what the rules look at. */
export function readNameFacts(stated: unknown, today: string, source: NamesSource): FactsReading<NameFacts> {
  const checked = checkFacts(factFields, stated)
  if (!checked.ok) return checked
  // The fields above have checked every part of this shape.
  const said = checked.facts as StatedFacts & Circumstances & { readonly wordLists?: readonly WordList[] }
  const whole = said.name !== undefined
  if (whole === (said.label !== undefined) || whole === (said.suffix !== undefined))
    return { ok: false, findings: [nameless()] }
  const { name: _name, label: _label, suffix: _suffix, wordLists = [], day = today, other, holderName, ...rest } = said
  const book = source.on(day)
  const parts = whole
    ? partsOf(said.name ?? '', book)
    : { label: fold(said.label ?? ''), suffix: suffixForm(said.suffix ?? ''), changed: {} }
  const compared = otherName(other, book)
  const held = holder(holderName)
  const facts = nameFacts(parts.label, book.facts(parts.suffix), day, {
    ...rest,
    ...parts.changed,
    ...(compared === undefined ? {} : { other: compared }),
    ...(held === undefined ? {} : { holderName: held }),
  })
  const rules = nameRulesWith(source.wordLists)
  return {
    ok: true,
    facts,
    day,
    rules: wordLists.length === 0 ? rules : [...rules, ...wordLists.map(wordListRule)],
    read: readingOf(facts),
  }
}

function readingOf({ label, ascii, index, suffix, given: { other } }: NameFacts): Readonly<Record<string, unknown>> {
  return {
    label,
    ascii: ascii ?? null,
    index: index ?? null,
    suffix: suffix.name,
    suffixClass: suffix.class,
    policy: suffix.policy,
    sources: suffix.sources,
    ...(other
      ? { other: { ...other, disposition: dispositionOf(other.label, label, suffix.variantTable?.table) } }
      : {}),
  }
}
