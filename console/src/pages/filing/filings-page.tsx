import { useInfiniteQuery } from '@tanstack/react-query'
import { filingsQuery, type ListedFiling } from '../../api/filing.ts'
import { filingDutiesQuery } from '../../api/filing-duties.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Older } from '../../design/older.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { Turn } from '../../design/turn.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { Duties, useDutiesOf } from './duties.tsx'
import { sealOf } from './filing-words.ts'
import { stateWords } from './outcome-words.ts'
import { provinceName } from './rules/province-name.ts'
import './filing.css'

/** 备案: the account's orders, and the way to a new one. */
export function FilingsPage() {
  return (
    <Page title={t('filing.title')} api="GET /v1/filings">
      <div className="head">
        <div>
          <h1>{t('filing.title')}</h1>
          <p>{t('filing.about')}</p>
        </div>
        <div className="acts">
          <Link className="btn btn--main" to="/filings/new">
            {t('filing.begin')}
          </Link>
          <Link className="btn" to="/service-numbers">
            {t('filing.numbers.title')}
          </Link>
          <Link className="btn" to="/filing-numbers">
            {t('filing.lookUp.title')}
          </Link>
          <Link className="btn" to="/filing-rules">
            {t('filing.rules.title')}
          </Link>
          <Link className="btn" to="/help/$slug" params={{ slug: 'filing-overview' }}>
            {t('filing.guide.overview')}
          </Link>
        </div>
      </div>
      <SignedIn>{() => <DutiesAndFilings />}</SignedIn>
    </Page>
  )
}

/** When neither loads it is one fault: said once, and tried again together. */
function DutiesAndFilings() {
  const duties = useInfiniteQuery(filingDutiesQuery)
  const filings = useInfiniteQuery(filingsQuery)
  if (duties.isError && !duties.data && filings.isError && !filings.data) {
    return <Failure error={filings.error} again={() => Promise.all([duties.refetch(), filings.refetch()])} />
  }
  return (
    <>
      <Duties />
      <Filings />
    </>
  )
}

function Filings() {
  const list = useInfiniteQuery(filingsQuery)
  const dutiesOf = useDutiesOf()
  if (list.isPending) return <Skeleton rows={6} />
  if (list.isError && !list.data) return <Failure error={list.error} again={() => list.refetch()} />
  const filings = list.data?.pages.flatMap((page) => page.filings) ?? []
  if (filings.length === 0) return <Empty title={t('filing.empty')}>{t('filing.emptyWhy')}</Empty>
  return (
    <>
      <table className="tbl tbl--cards">
        <caption className="vh">{t('filing.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('filing.list.title')}</th>
            <th scope="col">{t('filing.list.type')}</th>
            <th scope="col">{t('filing.list.province')}</th>
            <th scope="col">{t('filing.list.state')}</th>
            <th scope="col">{t('filing.list.turn')}</th>
          </tr>
        </thead>
        <tbody>
          {filings.map((filing) => (
            <Row
              key={filing.number}
              filing={filing}
              duties={
                filing.standing === 'filed' || filing.standing === 'elsewhere' ? dutiesOf(filing.filingNumber) : 0
              }
            />
          ))}
        </tbody>
      </table>
      <Older list={list} />
    </>
  )
}

function Row({ filing, duties }: { filing: ListedFiling; duties: number }) {
  const { words, shape } = stateWords(filing)
  return (
    <tr>
      <th scope="row">
        <Link to="/filings/$number" params={{ number: filing.number }}>
          <span className="sx">{filing.title || filing.number}</span>
        </Link>
        <small className="muted"> {filing.filingNumber ?? filing.number}</small>
      </th>
      <td data-l={t('filing.list.type')}>{sentence(filing.typeName)}</td>
      <td className="one-line" data-l={t('filing.list.province')}>
        {filing.province ? provinceName(filing.province) : '–'}
      </td>
      <td data-l={t('filing.list.state')}>
        <State shape={shape}>{words}</State>
        {duties > 0 && (
          <small>
            {' '}
            <State shape="you">{t('filing.duties.count', { count: duties })}</State>
          </small>
        )}
      </td>
      <td data-l={t('filing.list.turn')}>
        {filing.turn ? <Turn who={sealOf(filing.turn)} now={filing.turn === 'you'} /> : '–'}
        {filing.dueAt && <small> {t('filing.course.until', { at: dayAndTime(filing.dueAt) })}</small>}
      </td>
    </tr>
  )
}
