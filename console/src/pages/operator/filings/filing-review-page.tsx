import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Cite } from '../../../design/cite.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { knownText, t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { DraftFacts } from '../../filing/draft-facts.tsx'
import { provinceName } from '../../filing/rules/province-name.ts'
import { OperatorFrame } from '../operator-frame.tsx'
import { CallRecord } from './call-record.tsx'
import { ClaimNumbers } from './claim-numbers.tsx'
import { type FilingReview, filingReviewQuery } from './filing-reviews.ts'
import { ReturnForm } from './return-form.tsx'
import '../../filing/filing.css'

/** One order as its reviewer compares it with its papers, calls, and decides (S2-27, S3-56, S3-57). */
export function FilingReviewPage() {
  const { number } = useParams('/operator/filings/$number')
  return (
    <OperatorFrame needs="reviewer" title={number} api={`GET /v1/filing-reviews/${number}`}>
      {() => <Loaded number={number} />}
    </OperatorFrame>
  )
}

function Loaded({ number }: { number: string }) {
  const review = useQuery(filingReviewQuery(number))
  const [claim, setClaim] = useState<unknown>(null)
  const waits = review.data !== undefined && isWaiting(review.data)
  useEffect(() => {
    if (waits) post(`filing-reviews/${number}/claim`).catch(setClaim)
  }, [waits, number])
  if (review.isPending) return <Skeleton rows={8} />
  if (review.isError)
    return (
      <>
        <h1>{number}</h1>
        <Failure error={review.error} again={() => review.refetch()} />
      </>
    )
  return <Case review={review.data} claim={claim} />
}

/** For this reviewer's word, on the papers or on the photograph of the principal. */
function isWaiting({ state, dueAt, own }: FilingReview): boolean {
  return !own && (state === 'first-review' || (state === 'photo' && dueAt !== null))
}

function Case({ review, claim }: { review: FilingReview; claim: unknown }) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const refresh = () => cache.invalidateQueries({ queryKey: ['filing-reviews'] })
  const decide = async (body: object) => {
    setError(null)
    try {
      await post(`filing-reviews/${review.number}/${review.state === 'photo' ? 'photo-decision' : 'decision'}`, body)
      await refresh()
      go({ to: '/operator/filings' })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <>
      <p className="crumb">
        <Link to="/operator/filings">{t('filing.desk.title')}</Link>
        {'\u2003›\u2003'}
        {review.number}
      </p>
      <div className="head">
        <div>
          <h1>
            <span className="sx">{review.title || review.number}</span>
          </h1>
          <p>
            {sentence(review.typeName)}
            {review.province && ` · ${t('filing.course.bureau', { province: provinceName(review.province) })}`}
            {review.dueAt && ` · ${t('filing.course.until', { at: dayAndTime(review.dueAt) })}`}
          </p>
        </div>
      </div>
      {review.own && (
        <Note tone="you">
          <p>{t('filing.desk.own')}</p>
        </Note>
      )}
      {claim !== null && <Failure error={claim} />}
      <div className="stack-l filing-desk">
        <DraftFacts draft={review.draft} />
        {review.claim && <ClaimNumbers claim={review.claim} />}
        <section className="sec">
          <h2>{t('filing.steps.papers')}</h2>
          <ul className="papers">
            {review.papers.map((paper) => (
              <Paper key={paper.id} number={review.number} id={paper.id} kind={paper.kind} />
            ))}
          </ul>
        </section>
        {review.findings.length > 0 && (
          <section className="sec">
            <h2>{t('filing.preflight.title')}</h2>
            {review.findings
              .filter(({ severity }) => severity !== 'unknown')
              .map((finding) => (
                <article key={finding.rule + finding.field}>
                  <h3>
                    <State shape={finding.severity === 'refuse' ? 'fail' : 'you'}>{sentence(finding.message)}</State>
                  </h3>
                  <Cite finding={finding} />
                </article>
              ))}
          </section>
        )}
        <section className="sec">
          <h2>{t('filing.course.events')}</h2>
          <ol className="line">
            {review.events.map((event) => (
              <li key={event.at + event.kind}>
                <State shape="ok" label={t('timeline.done')} />
                <h3>
                  {knownText(`filing.event.${event.kind}`) ?? t('filing.event.other')}
                  <time>{dayAndTime(event.at)}</time>
                </h3>
                {event.words && <p>{event.words}</p>}
              </li>
            ))}
          </ol>
          {!review.own && review.state === 'first-review' && <CallRecord number={review.number} onDone={refresh} />}
        </section>
        {error !== null && <Failure error={error} />}
        {isWaiting(review) && (
          <section className="sec">
            <h2>{t('filing.desk.decide')}</h2>
            <p>
              <Button look="main" size="l" onClick={() => decide({ pass: true })}>
                {t('filing.desk.pass')}
              </Button>
            </p>
            <ReturnForm
              onReturn={(reasons, remark) => decide({ pass: false, reasons, ...(remark ? { remark } : {}) })}
            />
          </section>
        )}
      </div>
    </>
  )
}

/** A paper is opened one by one, for two minutes, on record. */
function Paper({ number, id, kind }: { number: string; id: string; kind: string }) {
  const [url, setUrl] = useState<string>()
  const [error, setError] = useState<unknown>(null)
  const name = knownText(`filing.papers.kind.${kind}`) ?? kind
  const open = async () => {
    setError(null)
    try {
      setUrl((await post<{ url: string }>(`filing-reviews/${number}/papers/${id}/views`)).url)
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <li>
      <b>{name}</b>{' '}
      {!url && (
        <Button size="s" onClick={open}>
          {t('filing.desk.open')}
        </Button>
      )}
      {url && <img src={url} alt={t('filing.desk.picture', { paper: name })} />}
      {error !== null && <Failure error={error} />}
    </li>
  )
}
