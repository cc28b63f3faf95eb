import { infiniteQueryOptions, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post, query } from '../../../api/client.ts'
import type { MinistryReport, ReportState } from '../../../api/domain-reports.ts'
import { Button } from '../../../design/button.tsx'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Older } from '../../../design/older.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { OperatorFrame } from '../operator-frame.tsx'

const states = ['refused', 'due', 'sent', 'known', 'outside', 'removed'] as const satisfies readonly ReportState[]
/** Those that may be told once more; the API decides of the others. */
const repeatable: ReadonlySet<ReportState> = new Set(['refused', 'due', 'sent', 'outside'])

const reportsQuery = (state: ReportState) =>
  infiniteQueryOptions({
    queryKey: ['domain-reports', state],
    queryFn: ({ pageParam, signal }) =>
      get<{ reports: MinistryReport[]; next: string | null }>(
        `domain-reports?${query({ state, cursor: pageParam })}`,
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })

/** 域名报备: names by the state of their report to the ministry, and what stands against it. */
export function DomainReportsPage() {
  return (
    <OperatorFrame needs="support" title={t('operator.domainReports')} api="GET /v1/domain-reports">
      {() => <Reports />}
    </OperatorFrame>
  )
}

function Reports() {
  const [state, setState] = useState<ReportState>('refused')
  const list = useInfiniteQuery(reportsQuery(state))
  const reports = list.data?.pages.flatMap((page) => page.reports) ?? []
  return (
    <div className="stack-l desk-page">
      <div className="head">
        <div>
          <h1>{t('operator.domainReports')}</h1>
          <p>{t('reports.lead')}</p>
        </div>
      </div>
      <Segmented
        label={t('reports.states')}
        value={state}
        options={states.map((one) => ({ value: one, text: t(`reports.state.${one}`) }))}
        onChange={setState}
      />
      {list.isPending && <Skeleton rows={6} />}
      {list.isError && !list.data && <Failure error={list.error} again={() => list.refetch()} />}
      {list.data && reports.length === 0 && <Empty title={t('reports.none')} />}
      {reports.length > 0 && (
        <table className="tbl tbl--cards">
          <caption className="vh">{t('operator.domainReports')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.name')}</th>
              <th scope="col">{t('reports.since')}</th>
              <th scope="col">{t('reports.against')}</th>
              <th scope="col">
                <span className="vh">{t('reports.repeat')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reports.map((report) => (
              <Row key={report.name} report={report} />
            ))}
          </tbody>
        </table>
      )}
      <Older list={list} />
    </div>
  )
}

function Row({ report }: { report: MinistryReport }) {
  const cache = useQueryClient()
  const repeat = useMutation({
    mutationFn: () => post(`domain-reports/${report.name}/repeat`),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['domain-reports'] }),
  })
  return (
    <tr>
      <th scope="row" className="full">
        <span className="dn">{report.name}</span>
      </th>
      <td data-l={t('reports.since')}>{report.since ? dayAndTime(report.since) : '–'}</td>
      <td data-l={t('reports.against')} className={report.against.length > 0 ? 'full' : undefined}>
        {report.against.length === 0 && '–'}
        {report.against.map(({ code, means, said, asks }) => (
          <div className="mid" key={`${code}${means.zh}`}>
            <p>
              {sentence(means)} {code !== null && <small className="muted">{t('reports.code', { code })}</small>}
            </p>
            <p className="soft">
              {t(`reports.asks.${asks}`)}
              {said && ` · ${t('reports.heard', { words: said })}`}
            </p>
          </div>
        ))}
      </td>
      <td>
        {repeatable.has(report.state) && (
          <Button
            size="s"
            aria-label={t('reports.repeatOf', { name: report.name })}
            disabled={repeat.isPending}
            onClick={() => repeat.mutate()}
          >
            {t('reports.repeat')}
          </Button>
        )}
        {repeat.isError && <Failure error={repeat.error} />}
      </td>
    </tr>
  )
}
