import type { Promotion } from '../../../api/types.ts'
import type { Shape } from '../../../design/state.tsx'
import { price } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import type { Batch, Operated } from './promotion-queries.ts'

/** What a promotion gives: 首年减¥10. */
export function givesOf({ product, kind, value }: Pick<Promotion, 'product' | 'kind' | 'value'>): string {
  const year = t(product === 'register' ? 'promotions.firstYear' : 'promotions.renewedYear')
  if (kind === 'percent') return t('promotions.gives.percent', { year, percent: value })
  return t(kind === 'fixed-price' ? 'promotions.gives.fixed' : 'promotions.gives.off', { year, price: price(value) })
}

export function suffixesOf({ suffixes }: Pick<Promotion, 'suffixes'>): string {
  if (suffixes.length === 0) return t('promotions.everySuffix')
  const shown = suffixes.slice(0, 4).map((suffix) => `.${suffix}`)
  return suffixes.length > shown.length
    ? t('promotions.andMore', { suffixes: shown.join(' '), count: suffixes.length })
    : shown.join(' ')
}

export const standingShapes: Record<Operated['state'], Shape> = {
  coming: 'todo',
  running: 'run',
  over: 'off',
  ended: 'off',
}

export const batchShapes: Record<Batch['state'], Shape> = { coming: 'todo', good: 'run', expired: 'off', ended: 'no' }
