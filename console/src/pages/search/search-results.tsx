import { lazy, Suspense } from 'react'
import { Cite } from '../../design/cite.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import { Link } from '../../router/link.tsx'
import { ResultRow } from './result-row.tsx'
import { useSearch } from './use-search.ts'

// Below the answers, and not needed for the first of them.
const Suggestions = lazy(() => import('./suggestions.tsx'))

interface Props {
  q: string
  suffixes: string
  list: ReturnType<typeof useNameList>
  onSearch: (q: string) => void
}

export function SearchResults({ q, suffixes, list, onSearch }: Props) {
  const { plan, answers, done, error, stale } = useSearch(q, suffixes)
  if (q === '') return <BeforeSearch />
  if (!plan)
    return (
      <section aria-label={t('search.results')}>
        {error ? <Failure error={error} again={() => onSearch(q)} /> : <Skeleton rows={8} />}
      </section>
    )
  const answered = done?.answered ?? Object.values(answers).filter(({ confirmed }) => confirmed !== false).length
  return (
    <section aria-label={t('search.results')} aria-busy={stale}>
      {plan.rows.length > 0 && (
        <div className="tally">
          <span role="status">
            {t(done ? 'search.tallyDone' : 'search.tally', { answered, total: plan.rows.length, ms: done?.ms ?? 0 })}
          </span>
          <span>{t('search.taxNote')}</span>
        </div>
      )}
      {plan.findings.map((finding) => (
        <div className="plan-finding" key={finding.rule}>
          <Cite finding={finding} />
        </div>
      ))}
      {error !== null && <Failure error={error} again={() => onSearch(q)} />}
      {plan.rows.length > 0 && (
        <ul className="rows">
          {plan.rows
            .toSorted((a, b) => a.position - b.position)
            .map((row) => {
              const answer = answers[row.id]
              const toggle = async () => {
                try {
                  if (list.has(row.ascii)) await list.drop(row.ascii)
                  else if (answer?.price)
                    await list.add({ name: row.name, ascii: row.ascii, suffix: row.suffix, price: answer.price })
                } catch (refusal) {
                  toast(sentenceOf(refusal))
                }
              }
              return (
                <ResultRow
                  key={row.id}
                  row={row}
                  answer={answer}
                  ended={done !== null || error !== null}
                  inList={list.has(row.ascii)}
                  onToggle={toggle}
                  onSearch={onSearch}
                />
              )
            })}
        </ul>
      )}
      {plan.rows.length === 0 && plan.findings.length === 0 && <p className="empty">{t('search.noRows')}</p>}
      {plan.rows.length > 0 && <p className="small muted after">{t('search.freeNote')}</p>}
      {plan.rows.length > 0 && (
        <Suspense fallback={null}>
          <Suggestions q={q} suffixes={suffixes} list={list} above={new Set(plan.rows.map(({ ascii }) => ascii))} />
        </Suspense>
      )}
    </section>
  )
}

function BeforeSearch() {
  return (
    <section aria-label={t('search.before')} className="before">
      <h2>{t('search.before')}</h2>
      <ul>
        <li>
          <Link to="/help/$slug" params={{ slug: 'naming-rules' }}>
            {t('search.before.rules')}
          </Link>
          <p>{t('search.before.rulesText')}</p>
        </li>
        <li>
          <Link to="/help/$slug" params={{ slug: 'registration-advice' }}>
            {t('search.before.advice')}
          </Link>
          <p>{t('search.before.adviceText')}</p>
        </li>
        <li>
          <Link to="/help/$slug" params={{ slug: 'walkthrough' }}>
            {t('search.before.film')}
          </Link>
          <p>{t('search.before.filmText')}</p>
        </li>
        <li>
          <Link to="/prices">{t('search.before.prices')}</Link>
          <p>{t('search.before.pricesText')}</p>
        </li>
      </ul>
    </section>
  )
}
