import { useQuery } from '@tanstack/react-query'
import { ApiProblem } from '../../../api/problem.ts'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { sentences } from '../../../design/sentences.ts'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { Deliveries } from '../../messages/deliveries.tsx'
import { OperatorFrame } from '../operator-frame.tsx'
import { CaseMoments } from './case-moments.tsx'
import { courseQuery } from './case-query.ts'
import { caseShapes } from './case-shapes.ts'

export function CasePage() {
  const { number } = useParams('/operator/cases/$number')
  return (
    <OperatorFrame
      needs={['reviewer', 'qualification-reviewer']}
      title={t('cases.title', { number })}
      api={`GET /v1/operator/cases/${encodeURIComponent(number)}`}
    >
      {() => <CaseBody number={number} />}
    </OperatorFrame>
  )
}

function CaseBody({ number }: { number: string }) {
  const course = useQuery(courseQuery(number))
  if (course.isPending) return <Skeleton rows={6} />
  if (course.isError) {
    const unknown = course.error instanceof ApiProblem && [400, 404, 422].includes(course.error.status)
    return unknown ? (
      <Empty title={t('cases.none', { number })} top>
        {t('cases.noneWhy')}
      </Empty>
    ) : (
      <Failure error={course.error} again={() => course.refetch()} />
    )
  }
  const { axis, attempt, state, submittedAt, dueAt, why, remark, heard, timeline, told, others } = course.data
  const waits = state === 'waiting' || state === 'second'
  return (
    <>
      <div className="head">
        <div>
          <h1>{number}</h1>
          <p>
            <State shape={caseShapes[state]}>{t(`cases.state.${state}`)}</State>
          </p>
        </div>
        {waits && (
          <Link className="btn btn--ink" to="/operator/reviews" search={{ axis, case: number }}>
            {t('cases.review')}
          </Link>
        )}
      </div>
      <dl className="facts">
        <div>
          <dt>{t('cases.kind')}</dt>
          <dd>
            {t(`reviews.axis.${axis}`)}
            {t('reviews.and')}
            {t('reviews.attempt', { count: attempt })}
          </dd>
        </div>
        <div>
          <dt>{t('cases.submitted')}</dt>
          <dd>{dayAndTime(submittedAt)}</dd>
        </div>
        <div>
          <dt>{t('cases.due')}</dt>
          <dd>{dayAndTime(dueAt)}</dd>
        </div>
        {(why.length > 0 || remark || heard) && (
          <div>
            <dt>{t('cases.why')}</dt>
            <dd className="soft">
              {remark && <p>{remark}</p>}
              {heard && <p>{t('cases.heard', { words: heard })}</p>}
              {why.map(({ id, cause, remedy }) => (
                <p key={id}>{sentences(sentence(cause), sentence(remedy))}</p>
              ))}
            </dd>
          </div>
        )}
        {others.length > 0 && (
          <div>
            <dt>{t('cases.others')}</dt>
            <dd>
              {others.map((other) => (
                <p key={other.number}>
                  <Link to="/operator/cases/$number" params={{ number: other.number }}>
                    {other.number}
                  </Link>{' '}
                  <State shape={caseShapes[other.state]}>{t(`cases.state.${other.state}`)}</State>
                </p>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <section className="sec case-course">
        <h2>{t('reviews.course')}</h2>
        <CaseMoments moments={timeline} />
      </section>
      {told.length > 0 && (
        <section className="sec">
          <h2>{t('cases.told')}</h2>
          {told.map(({ at, subject, sent }) => (
            <div key={at}>
              <p>
                {sentence(subject)} <span className="muted">{dayAndTime(at)}</span>
              </p>
              <Deliveries sent={sent} />
            </div>
          ))}
        </section>
      )}
    </>
  )
}
