import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { pick } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { CodeBatches } from './code-batches.tsx'
import { EndPromotion } from './end-promotion.tsx'
import { Issuers } from './issuers.tsx'
import { type Operated, onePromotionQuery, type WholePromotion } from './promotion-queries.ts'
import { givesOf, standingShapes, suffixesOf } from './promotion-words.ts'
import { daysOfTerms } from './promotions-page.tsx'
import { TermsForm } from './terms-form.tsx'
import './promotions.css'

export function PromotionPage() {
  const { id } = useParams('/operator/promotions/$id')
  return (
    <OperatorFrame needs="finance" title={t('promotions.title')} api={`GET /v1/operator/promotions/${id}`}>
      {({ clock }) => <PromotionBody id={id} today={clock.today} />}
    </OperatorFrame>
  )
}

function PromotionBody({ id, today }: { id: string; today: string }) {
  const found = useQuery({ ...onePromotionQuery(id), retry: false })
  if (found.isPending) return <Skeleton rows={6} />
  if (found.isError)
    return (
      <>
        <h1>{t('promotions.title')}</h1>
        <Empty
          title={t('promotions.notThis')}
          acts={
            <Link className="btn" to="/operator/promotions">
              {t('promotions.title')}
            </Link>
          }
        >
          {t('promotions.notThisWhy')}
        </Empty>
        <Failure error={found.error} again={() => found.refetch()} />
      </>
    )
  return <Whole whole={found.data} today={today} />
}

function Whole({ whole: { promotion, batches, issuers }, today }: { whole: WholePromotion; today: string }) {
  const [open, setOpen] = useState<'change' | 'end' | null>(null)
  const close = () => setOpen(null)
  const { now, product, state } = promotion
  const live = state !== 'ended'
  return (
    <>
      <p className="crumb">
        <Link to="/operator/promotions">{t('promotions.title')}</Link>
        {'\u2003›\u2003'}
        {now ? pick(now.title) : promotion.id}
      </p>
      <div className="head">
        <div>
          <h1>{now ? pick(now.title) : promotion.id}</h1>
          <p>
            <State shape={standingShapes[state]}>{t(`promotions.state.${state}`)}</State>
            {'　'}
            {now && givesOf({ ...now, product })}
            {promotion.byCode && `${t('comma')}${t('prices.withCode')}`}
          </p>
        </div>
        {live && (
          <div className="acts">
            <Button onClick={() => setOpen('end')}>{t('promotions.end')}</Button>
            <Button look="ink" onClick={() => setOpen('change')}>
              {t('promotions.change')}
            </Button>
          </div>
        )}
      </div>
      <div className="stack-l">
        <Figures promotion={promotion} />
        {promotion.byCode && <CodeBatches promotion={promotion} batches={batches} />}
        {promotion.byCode && <Issuers promotion={promotion} issuers={issuers} />}
        <TermsTable promotion={promotion} />
      </div>
      {open === 'change' && <TermsForm today={today} promotion={promotion} onClose={close} />}
      {open === 'end' && <EndPromotion promotion={promotion} onClose={close} />}
    </>
  )
}

function Figures({ promotion: { now, used, held, endedAt } }: { promotion: Operated }) {
  const rows: [string, string][] = [
    [t('promotions.used'), String(used)],
    [t('promotions.held'), String(held)],
    [t('promotions.mostUses'), limit(now?.mostUses)],
    [t('promotions.mostUsesEach'), limit(now?.mostUsesEach)],
    ...(endedAt ? [[t('promotions.endedAt'), dayAndTime(endedAt)] as [string, string]] : []),
  ]
  return (
    <dl className="facts promotion-figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const limit = (most: number | null | undefined) => (most ? String(most) : t('promotions.noLimit'))

function TermsTable({ promotion: { terms, product } }: { promotion: Operated }) {
  if (terms.length === 0) return <p className="soft small">{t('promotions.noTerms')}</p>
  return (
    <section className="sec">
      <h2>
        {t('promotions.terms')}
        <small>{t('promotions.termsWhy')}</small>
      </h2>
      <table className="tbl tbl--cards promotions-run">
        <thead>
          <tr>
            <th scope="col">{t('operator.days')}</th>
            <th scope="col">{t('promotions.gives')}</th>
            <th scope="col">{t('promotions.suffixes')}</th>
            <th scope="col">{t('operator.note')}</th>
          </tr>
        </thead>
        <tbody>
          {terms.map((one) => (
            <tr key={`${one.from} ${one.madeAt}`}>
              <th scope="row">{daysOfTerms(one)}</th>
              <td data-l={t('promotions.gives')}>
                {givesOf({ ...one, product })}
                {one.firstOrderOnly && `${t('comma')}${t('promotions.firstOrder')}`}
              </td>
              <td data-l={t('promotions.suffixes')}>{suffixesOf(one)}</td>
              <td data-l={t('operator.note')} className="reason">
                {one.note}
                <small className="muted">{dayAndTime(one.madeAt)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
