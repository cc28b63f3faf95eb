import { useQuery } from '@tanstack/react-query'
import { domainQuery, nameRecordQuery, sessionQuery } from '../../api/queries.ts'
import { Failure } from '../../design/failure.tsx'
import { clockTime, longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { TakenForm } from './other-form.tsx'

/** A taken name: the way to its page when it is the reader's own, else what its registry tells of it. */
export function TakenNote({ name, ascii }: { name: string; ascii: string }) {
  const { data: session } = useQuery(sessionQuery)
  const own = useQuery({ ...domainQuery(ascii), enabled: Boolean(session?.account), retry: false })
  if (own.isLoading) return <p className="why2 record">{t('loading')}</p>
  if (own.data)
    return (
      <p className="why2 record">
        {t('search.takenOwn')}{' '}
        <Link to="/domains/$name" params={{ name }}>
          {t('search.takenManage')}
        </Link>
      </p>
    )
  return <NameRecord ascii={ascii} />
}

function NameRecord({ ascii }: { ascii: string }) {
  const record = useQuery(nameRecordQuery(ascii))
  if (record.isPending) return <p className="why2 record">{t('loading')}</p>
  if (record.isLoadingError)
    return (
      <div className="record">
        <Failure error={record.error} again={() => record.refetch()} />
      </div>
    )
  const { registrar, ours, since, until, statuses, askedAt, form } = record.data
  return (
    <div className="record">
      {form && <TakenForm form={form} />}
      <dl className="facts">
        <div>
          <dt>{t('record.registrar')}</dt>
          <dd>{ours ? t('record.ours') : <code>{registrar}</code>}</dd>
        </div>
        <div>
          <dt>{t('record.since')}</dt>
          <dd>{since ? longDate(since) : t('record.untold')}</dd>
        </div>
        <div>
          <dt>{t('record.until')}</dt>
          <dd>{until ? longDate(until) : t('record.untold')}</dd>
        </div>
        <div>
          <dt>{t('record.statuses')}</dt>
          <dd>{statuses.length > 0 ? <code>{statuses.join(' ')}</code> : t('record.untold')}</dd>
        </div>
      </dl>
      <p className="why2">{t('record.note', { time: clockTime(askedAt, false) })}</p>
    </div>
  )
}
