import type { CatalogPatch } from './catalog-queries.ts'
import type { SuffixForm } from './patch-of-form.ts'
import { type Tier, typedTiers } from './premium-tiers.ts'
import { type FieldName, fields } from './suffix-fields.ts'
import { type Typed, typedOf } from './typed-value.ts'

/** The form as somebody would have typed it who meant this patch. */
export function formOfPatch(patch: CatalogPatch): SuffixForm {
  const typed: Partial<Record<FieldName, Typed>> = {}
  for (const field of fields) {
    const [whole = '', part] = field.name.split('.')
    const value = patch[whole]
    if (value === undefined) continue
    if (part === undefined) typed[field.name] = typedOf(field, value)
    // All of it unknown makes each part of it unknown.
    else if (value === null) typed[field.name] = typedOf(field, null)
    else if (part in (value as object)) typed[field.name] = typedOf(field, (value as Record<string, unknown>)[part])
  }
  const tiers = patch.premiumTiers as readonly Tier[] | null | undefined
  return tiers === undefined ? { typed } : { typed, tiers: tiers === null ? null : typedTiers(tiers) }
}
