import type { CatalogPatch } from './catalog-queries.ts'
import { type Tier, type TypedTier, tiersOf, typedTiers } from './premium-tiers.ts'
import { type FieldName, fields, valueAt } from './suffix-fields.ts'
import { readTyped, type Typed, type Value } from './typed-value.ts'

/** What somebody has typed over the values of a suffix; a field that was left alone is absent. */
export interface SuffixForm {
  readonly typed: Readonly<Partial<Record<FieldName, Typed>>>
  /** null: marked as not known; undefined: left alone. */
  readonly tiers?: readonly TypedTier[] | null | undefined
}

export interface FormResult {
  /** Only what differs from the record. */
  readonly patch: CatalogPatch
  readonly changed: readonly (FieldName | 'premiumTiers')[]
  /** Fields with something that is no value of theirs. */
  readonly wrong: readonly (FieldName | 'premiumTiers')[]
}

/** What the form changes of a suffix as it is on the first day of the change. */
export function patchOfForm({ typed, tiers }: SuffixForm, record: object): FormResult {
  const wrong: (FieldName | 'premiumTiers')[] = []
  const next = new Map<FieldName, Value>()
  for (const field of fields) {
    const text = typed[field.name]
    if (text === undefined) continue
    const value = readTyped(field, text)
    if (value === undefined) wrong.push(field.name)
    else if (JSON.stringify(value) !== JSON.stringify(valueAt(record, field.name))) next.set(field.name, value)
  }
  // Without a day there is nothing to say about how sure it is.
  const now = <T>(name: FieldName) => (next.has(name) ? next.get(name) : valueAt(record, name)) as T
  if (now('miitApprovedOn.date') === null) next.delete('miitApprovedOn.is')
  const patch: Record<string, unknown> = {}
  for (const [name, value] of next) {
    const [whole = '', part] = name.split('.')
    if (whole === 'meaning') patch.meaning = { zh: now('meaning.zh'), en: now('meaning.en') }
    else if (whole === 'miitApprovedOn')
      patch.miitApprovedOn = approvedOn(now('miitApprovedOn.date'), now('miitApprovedOn.is'))
    else if (whole === 'offeredWords')
      patch.offeredWords = wordsAround(
        ['offeredWords.before', 'offeredWords.after'].map((each) => next.get(each as FieldName)),
        { before: now('offeredWords.before'), after: now('offeredWords.after') },
      )
    else if (part === undefined) patch[whole] = value
    else patch[whole] = { ...(patch[whole] as object | undefined), [part]: value }
  }
  const changed: (FieldName | 'premiumTiers')[] = [...next.keys()]
  if (tiers !== undefined) {
    const read: readonly Tier[] | null | undefined = tiers === null ? null : tiersOf(tiers)
    if (read === undefined) wrong.push('premiumTiers')
    else if (!sameTiers(read, valueAt(record, 'premiumTiers') as readonly Tier[] | null)) {
      patch.premiumTiers = read
      changed.push('premiumTiers')
    }
  }
  return { patch, changed, wrong }
}

type Words = readonly string[] | null

/** Both lists are one value: to leave one to the product leaves both, unless the other is typed with it. */
function wordsAround(typed: readonly unknown[], { before, after }: { before: Words; after: Words }) {
  return typed.some(Array.isArray) ? { before: before ?? [], after: after ?? [] } : null
}

function approvedOn(date: string | null, is: string | null): { date: string; is: string } | null {
  return date === null ? null : { date, is: is ?? 'on' }
}

/** The order of the keys in an answer means nothing. */
function sameTiers(one: readonly Tier[] | null, other: readonly Tier[] | null): boolean {
  return JSON.stringify(one && typedTiers(one)) === JSON.stringify(other && typedTiers(other))
}
