import { useQuery } from '@tanstack/react-query'
import { Cite } from '../../design/cite.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { t } from '../../i18n/text.ts'
import { type CatalogChange, type ChangePreview, previewQuery } from './catalog-queries.ts'
import { Publish } from './publish.tsx'
import { fieldTitle, showValue } from './show-value.ts'
import { inFormOrder } from './suffix-fields.ts'

/** What a draft would do, what stands against it, and the button that makes it count. */
export function ChangePreviewed({ change }: { change: CatalogChange }) {
  const preview = useQuery(previewQuery(change.id))
  if (preview.isPending) return <Skeleton rows={6} />
  if (preview.isError) return <Failure error={preview.error} again={() => preview.refetch()} />
  const { findings, fields } = preview.data
  return (
    <>
      {findings.length > 0 && (
        <Note tone="fail">
          <p>
            <b>{t('operator.against', { count: findings.length })}</b>
          </p>
          <div className="stack">
            {findings.map((finding) => (
              <Cite key={finding.rule + finding.field} finding={finding} />
            ))}
          </div>
        </Note>
      )}
      <section className="sec">
        <h2>
          {t('operator.fields')}
          <small>{t('operator.fieldsWhy', { date: change.from })}</small>
        </h2>
        {fields.length === 0 ? (
          <p className="soft">{t('operator.empty')}</p>
        ) : (
          <table className="tbl tbl--cards turns-table">
            <thead>
              <tr>
                <th scope="col">{t('operator.field')}</th>
                <th scope="col">{t('operator.before')}</th>
                <th scope="col">{t('operator.after')}</th>
              </tr>
            </thead>
            <tbody>
              {inFormOrder(fields).map(({ field, before, after }) => (
                <tr key={field}>
                  <th scope="row">{fieldTitle(field)}</th>
                  <td data-l={t('operator.before')}>{showValue(field, before)}</td>
                  <td data-l={t('operator.after')}>
                    <b>{showValue(field, after)}</b>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section className="sec">
        <h2>{t('operator.touches')}</h2>
        <Touched preview={preview.data} />
      </section>
      <Publish change={change} preview={preview.data} again={() => preview.refetch()} />
    </>
  )
}

const titles: Readonly<Record<string, TextKey>> = {
  '/': 'nav.search',
  '/bulk': 'search.bulk',
  '/personal-names': 'search.personal',
  '/filings': 'nav.filing',
  '/prices': 'prices.title',
  '/confirm': 'steps.confirm',
  '/domains': 'nav.domains',
}

function pageTitle(page: string): string {
  const title = titles[page]
  return title ? t(title) : page.startsWith('/suffixes/') ? `.${page.slice('/suffixes/'.length)}` : page
}

function Touched({ preview: { pages, rules, openOrders } }: { preview: ChangePreview }) {
  const more = openOrders.count - openOrders.numbers.length
  return (
    <dl className="facts touches">
      <div>
        <dt>{t('operator.touchedPages')}</dt>
        <dd>
          {pages.length === 0 && t('operator.none')}
          {pages.map((page) => (
            <a key={page} href={page}>
              {pageTitle(page)}
            </a>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('operator.touchedRules')}</dt>
        <dd>
          {rules.length === 0 && t('operator.none')}
          {rules.map((rule) => (
            <code key={rule}>{rule}</code>
          ))}
        </dd>
      </div>
      <div>
        <dt>{t('operator.openOrders')}</dt>
        <dd>
          {openOrders.count === 0 ? t('operator.none') : t('operator.openOrdersKeep', { count: openOrders.count })}
          {openOrders.numbers.map((number) => (
            <code key={number}>{number}</code>
          ))}
          {more > 0 && <span className="muted">{t('operator.more')}</span>}
        </dd>
      </div>
    </dl>
  )
}
