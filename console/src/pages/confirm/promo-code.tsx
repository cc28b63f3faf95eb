import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { promotionsQuery } from '../../api/queries.ts'
import type { DryRun } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

interface Props {
  value: string
  onUse: (code: string) => void
  trial: DryRun | undefined
  suffixes: string[]
}

export function PromoCode({ value, onUse, trial, suffixes }: Props) {
  const [text, setText] = useState(value)
  const { data: promotions } = useQuery(promotionsQuery)
  const offers = promotions?.filter((each) => each.needsCode && suffixes.includes(each.suffix)) ?? []
  const won = trial?.lines.reduce((sum, line) => sum + line.discountFen, 0) ?? 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onUse(text.trim())
  }
  return (
    <section className="sec">
      <h2>
        {t('promo.title')}
        <small>{t('promo.why')}</small>
      </h2>
      <form className="promo" onSubmit={submit}>
        <label className="vh" htmlFor="promo">
          {t('promo.title')}
        </label>
        <input
          className="in"
          id="promo"
          value={text}
          placeholder={t('promo.example')}
          onChange={(event) => setText(event.target.value)}
          aria-describedby="promo-said"
        />
        <Button type="submit">{t('promo.use')}</Button>
      </form>
      <p id="promo-said" role="status" className="help">
        {value !== '' &&
          trial &&
          (won > 0 ? (
            <State shape="ok">{t('promo.won', { price: price(won) })}</State>
          ) : (
            <State shape="no">{t('promo.nothing')}</State>
          ))}
      </p>
      {offers.length > 0 && (
        <ul className="help">
          {offers.map((offer) => (
            <li key={offer.id}>
              {pick(offer.title)}
              {t('comma')}
              {t('prices.until', { date: offer.until })}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
