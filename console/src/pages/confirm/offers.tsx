import type { FittingOffer } from '../../api/types.ts'
import { longDate, price } from '../../i18n/format.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import './offers.css'

interface Props {
  offers: readonly FittingOffer[]
  declined: readonly string[]
  onDecline: (ids: readonly string[]) => void
}

/** Promotions that fit the order, each to be used or not; nothing at all when none does. */
export function Offers({ offers, declined, onDecline }: Props) {
  if (offers.length === 0) return null
  const toggle = (id: string, use: boolean) => onDecline(use ? declined.filter((one) => one !== id) : [...declined, id])
  return (
    <section className="sec">
      <h2>
        {t('offers.title')}
        <small>{t('offers.why')}</small>
      </h2>
      <ul className="offers">
        {offers.map((offer) => {
          const used = !declined.includes(offer.id)
          return (
            <li key={offer.id}>
              <label className="tick">
                <input type="checkbox" checked={used} onChange={(event) => toggle(offer.id, event.target.checked)} />
                <span>
                  <b>{pick(offer.title)}</b>
                  {t('colon')}
                  {worth(offer, used)}
                  {offer.until !== null && (
                    <small className="muted">{t('prices.until', { date: longDate(offer.until) })}</small>
                  )}
                </span>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function worth({ discountFen, bestFen }: FittingOffer, used: boolean): string {
  if (discountFen > 0) return t('offers.off', { price: price(discountFen) })
  return used ? t('offers.smaller') : t('offers.could', { price: price(bestFen) })
}
