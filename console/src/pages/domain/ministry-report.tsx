import { useQuery } from '@tanstack/react-query'
import { type OwnReport, ownReportQuery, type ReportState } from '../../api/domain-reports.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { type Shape, State } from '../../design/state.tsx'
import { Turn } from '../../design/turn.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

const shapes: Readonly<Record<ReportState, Shape>> = {
  due: 'wait',
  sent: 'wait',
  known: 'ok',
  refused: 'fail',
  outside: 'off',
  removed: 'off',
}

/** 域名报备: where the report of a name to the ministry stands, whose turn it is, and until when; a filing waits for it. */
export function MinistryReport({ name }: { name: string }) {
  const report = useQuery(ownReportQuery(name))
  return (
    <section className="panel" aria-labelledby="ministry-report">
      <h2 id="ministry-report">{t('domain.report')}</h2>
      {report.isPending && <Skeleton rows={2} />}
      {report.isError && <Failure error={report.error} again={() => report.refetch()} />}
      {report.data &&
        (report.data.report ? (
          <Stands name={name} report={report.data.report} />
        ) : (
          <p className="soft">{t('domain.report.none')}</p>
        ))}
    </section>
  )
}

function Stands({ name, report }: { name: string; report: OwnReport }) {
  const { state, turn, until, against } = report
  const days = [
    ['reportedAt', report.reportedAt],
    ['acknowledgedAt', report.acknowledgedAt],
    ['knownSince', report.knownSince],
  ] as const
  return (
    <>
      <p>
        <State shape={shapes[state]}>{t(`domain.report.${state}`)}</State>
      </p>
      {turn && (
        <p>
          <Turn who={turn} now /> {until && t('domain.report.by', { at: dayAndTime(until) })}
        </p>
      )}
      <dl className="facts">
        {days.map(([which, at]) =>
          at ? (
            <div key={which}>
              <dt>{t(`domain.report.${which}`)}</dt>
              <dd>{dayAndTime(at)}</dd>
            </div>
          ) : null,
        )}
      </dl>
      {state === 'refused' &&
        against.map(({ code, means, said, asks }) => (
          <div className="mid against" key={`${code}${means.zh}`}>
            <p>{sentence(means)}</p>
            {said && <p className="soft">{t('domain.report.heard', { words: said })}</p>}
            <p className="soft">
              {t(asks === 'holder' ? 'domain.report.askHolder' : 'domain.report.askUs')}{' '}
              {asks === 'holder' && (
                <Link to="/domains/$name/holder" params={{ name }}>
                  {t('domain.report.toHolder')}
                </Link>
              )}
            </p>
          </div>
        ))}
    </>
  )
}
