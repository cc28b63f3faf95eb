import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { dayAndTime, longDate } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { DraftFacts } from '../../filing/draft-facts.tsx'
import { provinceName } from '../../filing/rules/province-name.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { kindsOf } from './entries-page.tsx'
import { EntryFacts } from './entry-facts.tsx'
import { EntryPapers } from './entry-papers.tsx'
import { entryQuery, type FilingEntry } from './entry-queries.ts'
import { HandInForm } from './hand-in-form.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import '../../filing/filing.css'

/** One order as it is typed in at the bureau's own site, and what came of it there. */
export function EntryPage() {
  const { number } = useParams('/operator/filing-entries/$number')
  return (
    <OperatorFrame needs="reviewer" title={number} api={`GET /v1/filing-entries/${number}`}>
      {() => <Loaded number={number} />}
    </OperatorFrame>
  )
}

function Loaded({ number }: { number: string }) {
  const entry = useQuery(entryQuery(number))
  const [claim, setClaim] = useState<unknown>(null)
  const mine = entry.data?.state === 'by-hand' && !entry.data.own
  useEffect(() => {
    // Nobody types the same order in twice.
    if (mine) post(`filing-reviews/${number}/claim`).catch(setClaim)
  }, [mine, number])
  if (entry.isPending) return <Skeleton rows={8} />
  if (entry.isError)
    return (
      <>
        <h1>{number}</h1>
        <Failure error={entry.error} again={() => entry.refetch()} />
      </>
    )
  return <Case entry={entry.data} claim={claim} />
}

function Case({ entry, claim }: { entry: FilingEntry; claim: unknown }) {
  const cache = useQueryClient()
  const refresh = () => cache.invalidateQueries({ queryKey: ['filing-entries'] })
  return (
    <>
      <p className="crumb">
        <Link to="/operator/filing-entries">{t('operator.filingEntries')}</Link>
        {'\u2003›\u2003'}
        {entry.number}
      </p>
      <div className="head">
        <div>
          <h1>
            <span className="sx">{entry.title || entry.number}</span>
          </h1>
          <p>
            {sentence(entry.typeName)} · {kindsOf(entry)}
            {entry.province && ` · ${t('filing.course.bureau', { province: provinceName(entry.province) })}`}
            {entry.dueAt && ` · ${t('filing.course.until', { at: dayAndTime(entry.dueAt) })}`}
          </p>
        </div>
      </div>
      <div className="stack-l">
        <Note tone={entry.own ? 'you' : 'plain'}>
          <p>{t(entry.own ? 'filing.desk.own' : 'filing.entries.why', { interface: entry.interface })}</p>
        </Note>
        {claim !== null && <Failure error={claim} />}
        {entry.sent ? (
          <EntryFacts sent={entry.sent} kinds={entry.draft.services.map(({ kind }) => kind)} />
        ) : (
          <DraftFacts draft={entry.draft} />
        )}
        <EntryPapers entry={entry} />
        {entry.handedIn && (
          <section className="sec">
            <h2>{t('filing.entries.handedInTitle')}</h2>
            <dl className="facts">
              <div>
                <dt>{t('filing.entries.on')}</dt>
                <dd>{longDate(entry.handedIn.on)}</dd>
              </div>
              {entry.handedIn.receipt && (
                <div>
                  <dt>{t('filing.entries.receipt')}</dt>
                  <dd>{entry.handedIn.receipt}</dd>
                </div>
              )}
              {entry.note && (
                <div>
                  <dt>{t('filing.entries.note')}</dt>
                  <dd>{entry.note}</dd>
                </div>
              )}
            </dl>
          </section>
        )}
        {!entry.own && entry.state === 'by-hand' && <HandInForm number={entry.number} onDone={refresh} />}
        {!entry.own && entry.handedIn && ['sms', 'bureau', 'lapsed'].includes(entry.state) && (
          <OutcomeForm entry={entry} onDone={refresh} />
        )}
        {entry.state === 'passed' && <p>{t('filing.course.passed', { number: entry.filingNumber ?? '' })}</p>}
        {['refused', 'returned', 'withdrawn'].includes(entry.state) && <p>{t('filing.entries.over')}</p>}
      </div>
    </>
  )
}
