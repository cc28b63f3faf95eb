import { Button } from '../../design/button.tsx'
import { Cite } from '../../design/cite.tsx'
import { DomainName } from '../../design/domain-name.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import type { PersonalFound, PersonalOffer } from './personal-names-query.ts'

const shapes: Record<PersonalFound['state'], Shape> = { free: 'ok', taken: 'todo', 'not-allowed': 'no', unknown: 'off' }

/** What became of the question, and the one next step. */
export function PersonalAnswer({
  found,
  offer,
  onRegister,
}: {
  found: PersonalFound
  offer: PersonalOffer
  onRegister: () => void
}) {
  const { name, ascii, state, findings } = found
  const why = { free: null, taken: 'personal.taken', unknown: 'personal.unknown', 'not-allowed': null } as const
  const said = why[state]
  return (
    <ul className="rows person-answer">
      <li className="row">
        <State shape={shapes[state]}>{t(`personal.state.${state}`)}</State>
        <div>
          {name && ascii ? (
            <DomainName name={name} ascii={ascii} off={state !== 'free'} />
          ) : (
            <b>{sentence(findings[0]?.message)}</b>
          )}
          {said && <p className="why2">{t(said)}</p>}
        </div>
        {state === 'free' && offer.price ? (
          <div className="price">
            <b>{price(offer.price.registerFen)}</b>
            <span>{t('search.firstYear')}</span>
            <small>{t('search.renews', { price: price(offer.price.renewFen) })}</small>
          </div>
        ) : (
          <span />
        )}
        {state === 'free' ? (
          <Button look="main" onClick={onRegister}>
            {t('personal.register')}
          </Button>
        ) : state === 'not-allowed' ? (
          <Link className="btn" to="/" search={{ suffixes: offer.under ?? '' }}>
            {t('personal.ordinary', { under: offer.under ?? '' })}
          </Link>
        ) : (
          <span />
        )}
        {state === 'not-allowed' && findings.map((finding) => <Cite key={finding.rule} finding={finding} />)}
      </li>
    </ul>
  )
}
