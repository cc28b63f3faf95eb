import type { Suffix } from '../../api/types.ts'
import { price } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

/** Classes in which a registry sells its dearer names (溢价), as it lists them; what one name costs is asked with the name. */
export function ListedTiers({ suffix: { premiumTiers } }: { suffix: Suffix }) {
  if (!premiumTiers || premiumTiers.length === 0) return null
  return (
    <>
      <h2>{t('suffix.tiers')}</h2>
      <ul className="listed-tiers">
        {premiumTiers.map((tier) => (
          <li key={tier.tier}>{wordsOf(tier)}</li>
        ))}
      </ul>
      <p>{t('suffix.tiersNote')}</p>
    </>
  )
}

/** All classes in one line; undefined where nothing is known of them. */
export function tiersInWords({ premiumTiers }: Suffix): string | undefined {
  if (premiumTiers === null) return undefined
  return premiumTiers.map(wordsOf).join(t('semicolon')) || t('suffix.noTiers')
}

const shown = [
  ['register', 'prices.first'],
  ['renew', 'prices.renew'],
  ['restore', 'prices.restore'],
] as const

function wordsOf({ tier, priceFen }: NonNullable<Suffix['premiumTiers']>[number]): string {
  const prices = shown.flatMap(([of, label]) => {
    const fen = priceFen[of]
    return fen === null ? [] : [`${t(label)} ${price(fen)}`]
  })
  return `${tier}${t('colon')}${prices.join(t('comma')) || t('prices.unknown')}`
}
