import type { DiscountKind, Text } from '../../../api/types.ts'
import { t } from '../../../i18n/text.ts'
import { fenOf, yuanOf } from '../yuan.ts'
import type { Terms } from './promotion-queries.ts'

export const kinds = ['amount-off', 'fixed-price', 'percent'] as const satisfies readonly DiscountKind[]

/** Terms as they stand in the fields of the form. */
export interface TypedTerms
  extends Omit<Terms, 'suffixes' | 'value' | 'until' | 'mostUses' | 'mostUsesEach' | 'madeAt'> {
  title: Text
  suffixes: string
  value: string
  until: string
  mostUses: string
  mostUsesEach: string
}

export function emptyTerms(today: string): TypedTerms {
  return {
    title: { zh: '', en: '' },
    suffixes: '',
    kind: 'amount-off',
    value: '',
    from: today,
    until: '',
    firstOrderOnly: false,
    mostUses: '',
    mostUsesEach: '',
    note: '',
  }
}

export function typedOf({ madeAt, ...terms }: Terms, today: string): TypedTerms {
  return {
    ...terms,
    suffixes: terms.suffixes.map((suffix) => `.${suffix}`).join(' '),
    value: terms.kind === 'percent' ? String(terms.value) : yuanOf(terms.value),
    from: terms.from > today ? terms.from : today,
    until: terms.until ?? '',
    mostUses: terms.mostUses === null ? '' : String(terms.mostUses),
    mostUsesEach: terms.mostUsesEach === null ? '' : String(terms.mostUsesEach),
    note: '',
  }
}

/** The terms that were typed, or what is wrong with them, field by field in their order. */
export function termsFrom(
  typed: TypedTerms,
  today: string,
): { terms: Omit<Terms, 'madeAt'> | undefined; wrong: { field: string; text: string }[] } {
  const value = typed.kind === 'percent' ? wholeNumber(typed.value) : fenOf(typed.value)
  const mostUses = limitOf(typed.mostUses)
  const mostUsesEach = limitOf(typed.mostUsesEach)
  const fault = (field: string, wrong: boolean, text: string) => (wrong ? [{ field, text }] : [])
  const wrong = [
    ...fault('title-zh', typed.title.zh.trim() === '', t('promotions.wrong.title')),
    ...fault('title-en', typed.title.en.trim() === '', t('promotions.wrong.title')),
    ...fault(
      'value',
      value === undefined || value < 1 || (typed.kind === 'percent' && value > 100),
      t(typed.kind === 'percent' ? 'promotions.wrong.percent' : 'promotions.wrong.yuan'),
    ),
    ...fault('from', typed.from < today, t('operator.wrong.from')),
    ...fault('until', typed.until !== '' && typed.until < typed.from, t('operator.wrong.until')),
    ...fault('most', mostUses === undefined, t('promotions.wrong.limit')),
    ...fault('each', mostUsesEach === undefined, t('promotions.wrong.limit')),
    ...fault('note', typed.note.trim() === '', t('operator.wrong.note')),
  ]
  if (wrong.length > 0 || value === undefined || mostUses === undefined || mostUsesEach === undefined)
    return { terms: undefined, wrong }
  const { kind, from, firstOrderOnly } = typed
  return {
    terms: {
      title: { zh: typed.title.zh.trim(), en: typed.title.en.trim() },
      suffixes: suffixesIn(typed.suffixes),
      kind,
      value,
      from,
      until: typed.until === '' ? null : typed.until,
      firstOrderOnly,
      mostUses,
      mostUsesEach,
      note: typed.note.trim(),
    },
    wrong,
  }
}

/** `.cn 。公司，com` is three suffixes. */
function suffixesIn(typed: string): string[] {
  const words = typed.split(/[\s,，、;；]+/u).map((word) => word.replace(/^[.．。]+/u, '').toLowerCase())
  return [...new Set(words.filter((word) => word !== ''))]
}

function wholeNumber(typed: string): number | undefined {
  const figure = typed.normalize('NFKC').trim().replace(/%$/, '')
  return /^\d{1,8}$/.test(figure) ? Number(figure) : undefined
}

/** null: no limit; undefined: not a number of uses. */
function limitOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const number = wholeNumber(typed)
  return number === undefined || number < 1 || number > 10_000_000 ? undefined : number
}
