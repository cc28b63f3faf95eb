import { queryOptions, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { get, query } from '../../../api/client.ts'
import type { ReviewCase } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { Link } from '../../../router/link.tsx'
import { useSearch } from '../../../router/place.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import type { Axis } from '../reviews/review-queries.ts'
import { caseShapes } from './case-shapes.ts'

interface Found extends Pick<ReviewCase, 'number' | 'attempt' | 'state' | 'submittedAt'> {
  axis: Axis
  holder: string
  names: string[]
  forName: string | null
}

const foundQuery = (q: string) =>
  queryOptions({
    queryKey: ['operator', 'cases', q],
    queryFn: ({ signal }) => get<{ cases: Found[]; more: boolean }>(`operator/cases?${query({ q })}`, signal),
  })

/** A case is found by whatever a caller can say: its number, a name, the holder, the address of the account. */
export function CasesPage() {
  const { q = '' } = useSearch('q')
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('cases.find')}
      api={`GET /v1/operator/cases?q=${encodeURIComponent(q)}`}
    >
      {() => <Search key={q} q={q} />}
    </OperatorFrame>
  )
}

function Search({ q }: { q: string }) {
  const [typed, setTyped] = useState(q)
  const asked = typed.trim()
  const find = (event: FormEvent) => {
    event.preventDefault()
    if (asked.length > 1) go({ to: '/operator/cases', search: { q: asked } })
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('cases.find')}</h1>
          <p>{t('cases.findLead')}</p>
        </div>
      </div>
      <form onSubmit={find} className="stack">
        <TextField
          id="case-q"
          type="search"
          label={t('cases.findLabel')}
          value={typed}
          maxLength={260}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="acts">
          <Button type="submit" look="ink" disabled={asked.length < 2}>
            {t('cases.findGo')}
          </Button>
        </div>
      </form>
      {q.trim().length > 1 && <FoundCases q={q.trim()} />}
    </>
  )
}

function FoundCases({ q }: { q: string }) {
  const found = useQuery(foundQuery(q))
  if (found.isPending) return <Skeleton rows={3} />
  if (found.isError) return <Failure error={found.error} again={() => found.refetch()} />
  const { cases, more } = found.data
  if (cases.length === 0) return <Empty title={t('cases.findNone')}>{t('cases.findNoneWhy')}</Empty>
  return (
    <section className="sec" aria-live="polite">
      <table className="tbl tbl--cards">
        <thead>
          <tr>
            <th scope="col">{t('cases.number')}</th>
            <th scope="col">{t('cases.of')}</th>
            <th scope="col">{t('cases.kind')}</th>
            <th scope="col">{t('cases.submitted')}</th>
            <th scope="col">{t('templates.state')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <Link to="/operator/cases/$number" params={{ number: one.number }}>
                  {one.number}
                </Link>
              </th>
              <td className="full">
                {one.holder || '–'}
                <small className="dn">{[one.forName, ...one.names].filter(Boolean).join(t('listComma'))}</small>
              </td>
              <td data-l={t('cases.kind')}>
                {t(`reviews.axis.${one.axis}`)}
                {t('reviews.and')}
                {t('reviews.attempt', { count: one.attempt })}
              </td>
              <td data-l={t('cases.submitted')}>{dayAndTime(one.submittedAt)}</td>
              <td className="full">
                <State shape={caseShapes[one.state]}>{t(`cases.state.${one.state}`)}</State>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p className="soft">{t('cases.findMany', { count: cases.length })}</p>}
    </section>
  )
}
