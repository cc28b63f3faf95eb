import type { Text } from '../../api/types.ts'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { type Tier, tierPrices } from './premium-tiers.ts'
import { absentKey, fields } from './suffix-fields.ts'

/** A value of the catalogue as a reader understands it; `name` as the API names the field. */
export function showValue(name: string, value: unknown): string {
  if (value === null || value === undefined) return t(absentKey(name))
  if (name === 'offeredWords') {
    const { before, after } = value as Record<'before' | 'after', string[]>
    return `${t('operator.field.offeredWords.before')}${t('colon')}${showWords(before)}${t('semicolon')}${t('operator.field.offeredWords.after')}${t('colon')}${showWords(after)}`
  }
  if (Array.isArray(value) && name.startsWith('offeredWords')) return showWords(value)
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (name === 'premiumTiers') return (value as Tier[]).map(showTier).join(t('semicolon')) || t('operator.noTiers')
  if (name === 'meaning') {
    const { zh, en } = value as Text
    return `${zh} · ${en}`
  }
  if (name === 'miitApprovedOn') {
    const { date, is } = value as { date: string; is: 'on' | 'by' | 'about' }
    return `${t(`operator.choice.${is}`)} ${date}`
  }
  const input = fields.find((field) => field.name === name)?.input
  if (typeof value === 'number' && input?.as === 'yuan') return money(value, false)
  if (typeof value === 'number' && input?.as === 'count') return t(`operator.count.${input.unit}`, { count: value })
  if (input?.as === 'choice') return t(`operator.choice.${value as Choice}`)
  return String(value)
}

const showWords = (words: readonly string[]) => words.join(t('listComma')) || t('operator.noWords')

type Choice = 'no-consecutive' | 'no-3-4' | 'one-name' | 'required' | 'not-required' | 'unknown' | 'on' | 'by' | 'about'

function showTier({ tier, priceFen }: Tier): string {
  const prices = tierPrices
    .filter((price) => priceFen[price] !== null)
    .map((price) => `${t(`operator.tier.${price}`)} ${money(priceFen[price] ?? 0, false)}`)
  return `${tier}${t('colon')}${prices.join(t('listComma')) || t('prices.unknown')}`
}

/** The name of a field beside a value that is shown. */
export function fieldTitle(name: string): string {
  if (name === 'premiumTiers' || name === 'meaning' || name === 'miitApprovedOn' || name === 'offeredWords')
    return t(`operator.field.${name}`)
  const known = fields.find((field) => field.name === name)
  if (!known) return name
  const label = t(`operator.field.${known.name}`)
  // The value beside it brings its own unit.
  return 'unit' in known.input || known.input.as === 'yuan' ? label.replace(/ ?[（(][^（(]*[）)]$/u, '') : label
}
