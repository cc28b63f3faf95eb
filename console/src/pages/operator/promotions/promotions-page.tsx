import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { pick } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { OperatorFrame } from '../operator-frame.tsx'
import { type Operated, operatedQuery } from './promotion-queries.ts'
import { givesOf, standingShapes, suffixesOf } from './promotion-words.ts'
import { TermsForm } from './terms-form.tsx'
import './promotions.css'

export function PromotionsPage() {
  return (
    <OperatorFrame needs="finance" title={t('promotions.title')} api="GET /v1/operator/promotions">
      {({ clock }) => <PromotionsBody today={clock.today} />}
    </OperatorFrame>
  )
}

function PromotionsBody({ today }: { today: string }) {
  const promotions = useQuery(operatedQuery)
  const [making, setMaking] = useState(false)
  const rows = promotions.data?.promotions ?? []
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('promotions.title')}</h1>
          <p>{t('promotions.lead')}</p>
        </div>
        <Button look="ink" onClick={() => setMaking(true)}>
          {t('promotions.add')}
        </Button>
      </div>
      {promotions.isPending && <Skeleton rows={5} />}
      {promotions.isError && <Failure error={promotions.error} again={() => promotions.refetch()} />}
      {promotions.data && rows.length === 0 && <Empty title={t('promotions.none')}>{t('promotions.noneWhy')}</Empty>}
      {rows.length > 0 && (
        <table className="tbl tbl--cards promotions-run">
          <thead>
            <tr>
              <th scope="col">{t('promotions.name')}</th>
              <th scope="col">{t('promotions.suffixes')}</th>
              <th scope="col">{t('operator.days')}</th>
              <th scope="col" className="num">
                {t('promotions.uses')}
              </th>
              <th scope="col">{t('operator.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PromotionRow key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {making && <TermsForm today={today} onClose={() => setMaking(false)} />}
    </>
  )
}

function PromotionRow({ row }: { row: Operated }) {
  const { now, product } = row
  return (
    <tr>
      <th scope="row">
        <Link to="/operator/promotions/$id" params={{ id: row.id }}>
          {now ? pick(now.title) : row.id}
        </Link>
        <small className="muted">
          {now && givesOf({ ...now, product })}
          {row.byCode && `${t('comma')}${t('prices.withCode')}`}
        </small>
      </th>
      <td data-l={t('promotions.suffixes')}>{now && suffixesOf(now)}</td>
      <td data-l={t('operator.days')}>{now && daysOfTerms(now)}</td>
      <td className="num" data-l={t('promotions.uses')}>
        {now?.mostUses
          ? t('promotions.usedOf', { used: row.used + row.held, most: now.mostUses })
          : row.used + row.held}
      </td>
      <td className="stands">
        <State shape={standingShapes[row.state]}>{t(`promotions.state.${row.state}`)}</State>
      </td>
    </tr>
  )
}

export function daysOfTerms({ from, until }: { from: string; until: string | null }): string {
  return until === null ? t('operator.fromDay', { from }) : t('operator.fromUntilDay', { from, until })
}
