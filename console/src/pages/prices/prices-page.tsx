import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { catalogQuery, promotionsQuery } from '../../api/queries.ts'
import type { Suffix, SuffixKind } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { longDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { givesOf, suffixesOf } from '../operator/promotions/promotion-words.ts'
import { suffixMatches } from '../search/suffix-matches.ts'
import { downloadPrices } from './download-prices.ts'
import { PriceRow } from './price-row.tsx'
import './prices-page.css'

const kinds: SuffixKind[] = ['china', 'generic', 'restricted', 'renew-only']

export function PricesPage() {
  const catalog = useQuery(catalogQuery())
  const promotions = useQuery(promotionsQuery)
  const [text, setText] = useState('')
  const [han, setHan] = useState(false)
  const [person, setPerson] = useState(false)
  const [filing, setFiling] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const all = catalog.data?.suffixes ?? []
  const shown = all.filter(
    (suffix) =>
      suffixMatches(suffix, text) &&
      (!han || suffix.idn === true) &&
      (!person || personMay(suffix)) &&
      (!filing || suffix.miitApproved === true),
  )
  const most = Math.max(1, ...all.map((suffix) => suffix.tenYearFen ?? 0))
  return (
    <Page title={t('prices.title')} api={`GET /v1/catalog/suffixes${catalog.data ? `?on=${catalog.data.on}` : ''}`}>
      <div className="head">
        <div>
          <h1>{t('prices.title')}</h1>
          <p>{t('prices.lead', { date: catalog.data ? longDate(catalog.data.pricesFrom) : '…' })}</p>
        </div>
        <div className="acts">
          <Button onClick={() => downloadPrices(all, catalog.data?.on ?? '')} disabled={all.length === 0}>
            {t('prices.download')}
          </Button>
          <Link className="btn btn--main" to="/">
            {t('prices.searchOne')}
          </Link>
        </div>
      </div>
      <div className="filters">
        <label className="vh" htmlFor="find-suffix">
          {t('prices.find')}
        </label>
        <input
          className="in"
          id="find-suffix"
          placeholder={t('prices.findExample')}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <label className="tick">
          <input type="checkbox" checked={han} onChange={(event) => setHan(event.target.checked)} />
          {t('prices.han')}
        </label>
        <label className="tick">
          <input type="checkbox" checked={person} onChange={(event) => setPerson(event.target.checked)} />
          {t('prices.person')}
        </label>
        <label className="tick">
          <input type="checkbox" checked={filing} onChange={(event) => setFiling(event.target.checked)} />
          {t('prices.filing')}
        </label>
        <span className="small muted total-count" role="status">
          {catalog.data && t('prices.count', { count: shown.length })}
        </span>
      </div>
      {catalog.isPending && <Skeleton rows={12} />}
      {catalog.isError && <Failure error={catalog.error} again={() => catalog.refetch()} />}
      {catalog.data && shown.length === 0 && <Empty title={t('prices.none')}>{t('prices.noneWhy')}</Empty>}
      {shown.length > 0 && (
        <table className="tbl tbl--cards pt">
          <thead>
            <tr>
              <th scope="col">{t('prices.suffix')}</th>
              <th scope="col">{t('prices.meaning')}</th>
              <th scope="col" className="num">
                {t('prices.first')}
              </th>
              <th scope="col" className="num">
                {t('prices.renew')}
              </th>
              <th scope="col" className="num">
                {t('prices.transfer')}
              </th>
              <th scope="col" className="num">
                {t('prices.ten')}
              </th>
              <th scope="col">{t('prices.realName')}</th>
              <th scope="col">{t('prices.hanColumn')}</th>
            </tr>
          </thead>
          {kinds.map((kind) => {
            const rows = shown.filter((suffix) => suffix.kind === kind)
            if (rows.length === 0) return null
            return (
              <tbody key={kind}>
                <tr className="grp">
                  <th colSpan={8} scope="rowgroup">
                    {t(`prices.kind.${kind}`)}
                  </th>
                </tr>
                {rows.map((suffix) => (
                  <PriceRow
                    key={suffix.suffix}
                    suffix={suffix}
                    most={most}
                    open={open === suffix.suffix}
                    onToggle={() => setOpen(open === suffix.suffix ? null : suffix.suffix)}
                  />
                ))}
              </tbody>
            )
          })}
        </table>
      )}
      {promotions.data && promotions.data.promotions.length > 0 && (
        <section className="promotions">
          <h2>{t('prices.promotions')}</h2>
          <ul>
            {promotions.data.promotions.map((promotion) => (
              <li key={promotion.id}>
                <span className="sx">{suffixesOf(promotion)}</span>
                {'\u2003'}
                {sentence(promotion.title)}
                {t('colon')}
                {givesOf(promotion)}
                {promotion.needsCode && `${t('comma')}${t('prices.withCode')}`}
                {promotion.until !== null && `${t('comma')}${t('prices.until', { date: promotion.until })}`}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ul className="notes">
        <li>{t('prices.note.refund')}</li>
        <li>{t('prices.note.grace')}</li>
        <li>{t('prices.note.transfer')}</li>
        <li>{t('prices.note.promotion')}</li>
      </ul>
    </Page>
  )
}

function personMay(suffix: Suffix): boolean {
  if (!suffix.supports.register) return false
  const rules = suffix.holderRules.filter((rule) => rule.holderType === 'person' && rule.region === 'CN')
  return rules.length === 0
    ? suffix.flow === 'general' || suffix.flow === 'personal-name'
    : rules.some((rule) => rule.allowed)
}
