import { type Circumstances, nameKey, readName, readWholeName } from '@yuming/names'
import {
  type Catalog,
  canRegister,
  nameSuffixesOn,
  nameSuffixOf,
  type SuffixRecord,
  sellsPersonalNames,
} from '../catalog/index.ts'
import type { Appraisal } from '../list/index.ts'

/**
 * A word under one suffix, by the rules and prices of a day; `given` is what is known of holder and shop front. It is asked
 * for its registration; what a rule cannot tell stands among the findings of a name that may be ordered.
 */
export function appraiseUnder(
  word: string,
  record: SuffixRecord,
  catalog: Catalog,
  day: string,
  given?: Circumstances,
): Appraisal {
  const reading = readName(word, { unicode: record.under ?? record.suffix, ascii: record.ascii }, day, {
    wordLists: catalog.wordLists,
    facts: nameSuffixOf(record, catalog.sources),
    ...(given && { given: { operation: 'register', ...given } }),
  })
  const sold = canRegister(record) || (given?.flow === record.flow && sellsPersonalNames(record))
  if (!reading.ok || !sold) return { ok: false, findings: reading.findings }
  return {
    ok: true,
    name: reading.name.unicode,
    ascii: reading.name.ascii,
    key: nameKey(reading.name.label, record.ascii),
    suffix: record.suffix,
    price: { registerFen: record.priceFen.register, renewFen: record.priceFen.renew },
    findings: reading.findings,
  }
}

/** A whole name as a person writes it. */
export function appraiseName(catalog: Catalog, input: string, day: string, given?: Circumstances): Appraisal {
  const book = nameSuffixesOn(catalog, day)
  const { label, suffix, findings } = readWholeName(input, book.names)
  const record = catalog.on(day).suffix(suffix)
  const appraisal = record
    ? appraiseUnder(label, record, catalog, day, given)
    : unsold(label, suffix, catalog, day, given)
  return findings.length === 0 ? appraisal : { ...appraisal, findings: [...findings, ...appraisal.findings] }
}

/** A name that stands under the suffix by which it was ordered: 张三.网址 may be one of 姓名.网址, and is written the same. */
export function appraiseOf(
  catalog: Catalog,
  { name, suffix }: { readonly name: string; readonly suffix: string },
  day: string,
  given?: Circumstances,
): Appraisal {
  const known = catalog.on(day).find(suffix)
  if (!known || known.under === null) return appraiseName(catalog, name, day, given)
  const [label = '', ...rest] = name.split('.')
  const record = catalog.on(day).suffix(suffix)
  if (!record || ![known.under, known.ascii].includes(rest.join('.'))) return unsold(label, suffix, catalog, day, given)
  return appraiseUnder(label, record, catalog, day, { flow: known.flow, ...given })
}

/** A suffix that has no price, or that nobody knows: the rules say so, and what else stands against the name. */
export function unsold(word: string, suffix: string, catalog: Catalog, day: string, given?: Circumstances): Appraisal {
  const { findings } = readName(word, { unicode: suffix, ascii: suffix }, day, {
    wordLists: catalog.wordLists,
    facts: nameSuffixesOn(catalog, day).facts(suffix),
    ...(given && { given: { operation: 'register', ...given } }),
  })
  return { ok: false, findings }
}
