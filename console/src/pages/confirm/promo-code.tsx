import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { promotionsQuery } from '../../api/queries.ts'
import type { DryRun } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { pick, sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import './offers.css'

interface Props {
  value: string
  onUse: (code: string) => void
  trial: Pick<DryRun, 'offers' | 'codeTrouble'> | undefined
  /** The trial is not yet that of this code. */
  settling: boolean
}

/** A promotion code, typed by whoever has one; where they are had is said beneath. */
export function PromoCode({ value, onUse, trial, settling }: Props) {
  const [text, setText] = useState(value)
  const { data } = useQuery(promotionsQuery)
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
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          onChange={(event) => setText(event.target.value)}
          aria-describedby="promo-said promo-from"
          aria-invalid={value !== '' && trial?.codeTrouble ? true : undefined}
        />
        <Button type="submit">{t('promo.use')}</Button>
        {value !== '' && (
          <Button
            look="text"
            onClick={() => {
              setText('')
              onUse('')
            }}
          >
            {t('promo.drop')}
          </Button>
        )}
      </form>
      <div id="promo-said" role="status" className="help">
        {value !== '' &&
          (settling || !trial ? <State shape="run">{t('promo.checking')}</State> : <Said trial={trial} />)}
      </div>
      <p className="help" id="promo-from">
        {data && sentence(data.codesFrom)}
      </p>
    </section>
  )
}

function Said({ trial }: { trial: Pick<DryRun, 'offers' | 'codeTrouble'> }) {
  const { codeTrouble, offers } = trial
  const remedy = codeTrouble?.findings[0]?.remedy
  if (codeTrouble)
    return (
      <>
        <State shape="no">{pick(codeTrouble.title)}</State>
        {remedy && <span className="block">{sentence(remedy)}</span>}
      </>
    )
  const own = offers.find(({ byCode }) => byCode)
  if (own && own.discountFen > 0) return <State shape="ok">{t('promo.won', { price: price(own.discountFen) })}</State>
  return <State shape="off">{t(own?.declined ? 'promo.declined' : 'promo.better')}</State>
}
