import { useQuery } from '@tanstack/react-query'
import type { DomainVerification } from '../../api/domain-verification.ts'
import { keepNew } from '../../api/keep-new.ts'
import { domainVerificationQuery, sessionQuery } from '../../api/queries.ts'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { Timeline } from '../../design/timeline.tsx'
import { dayAndTime, longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { EnhancedSection } from '../enhanced/enhanced-section.tsx'
import { QualificationSection } from '../qualification/qualification-section.tsx'
import { AskAPerson } from './ask-a-person.tsx'
import { CorrectHere } from './correct-here.tsx'
import { ThreeReviews } from './three-reviews.tsx'
import { WaysOut } from './ways-out.tsx'
import { WhatIsVerified } from './what-is-verified.tsx'
import { type Standing, whereItStands } from './where-it-stands.ts'
import { WhoseTurn } from './whose-turn.tsx'
import { WhyItFailed } from './why-it-failed.tsx'
import './domain-verification-page.css'

/** How far the verification of a name is, why it failed, and which way out is faster (S4-01…S4-35). */
export function DomainVerificationPage() {
  const { name } = useParams('/domains/$name/verification')
  return (
    <Page title={`${t('nameCheck.title')} ${name}`} api={`GET /v1/domains/${name}/verification`}>
      <p className="crumb">
        <Link to="/domains">{t('nav.domains')}</Link>
        {'\u2003›\u2003'}
        <Link to="/domains/$name" params={{ name }}>
          <span className="sx">{name}</span>
        </Link>
        {'\u2003›\u2003'}
        {t('nameCheck.title')}
      </p>
      <SignedIn top>{() => <Loaded name={name} />}</SignedIn>
    </Page>
  )
}

function Loaded({ name }: { name: string }) {
  // A reviewer, a provider or the registry may be deciding.
  const verification = useQuery({ ...domainVerificationQuery(name), refetchInterval: keepNew(10_000) })
  const session = useQuery(sessionQuery)
  if (verification.isLoadingError) return <Failure error={verification.error} again={() => verification.refetch()} />
  if (verification.isPending || !session.data) return <Skeleton rows={8} />
  return <Body verification={verification.data} today={session.data.clock.today} />
}

function Body({ verification, today }: { verification: DomainVerification; today: string }) {
  const stands = whereItStands(verification)
  const held = verification.heldSince !== null
  const corrected = verification.paths.some(({ path, available }) => path === 'B' && available)
  return (
    <>
      <div className="head">
        <div>
          <h1>{t(headOf(stands))}</h1>
          {stands.stage !== 'failed' && <p>{leadOf(stands, verification)}</p>}
          {held && stands.stage === 'reviewing' && <p>{heldToo(verification)}</p>}
        </div>
        <WhoseTurn stands={stands} held={held} today={today} />
      </div>
      {stands.stage === 'failed' && stands.axis && (
        <WhyItFailed axis={stands.axis} verification={verification} today={today} />
      )}
      {verification.paths.length > 0 && <WaysOut verification={verification} today={today} />}
      {corrected && <CorrectHere verification={verification} />}
      {stands.stage === 'failed' && <AskAPerson verification={verification} />}
      <Next stands={stands} template={verification.template.id} />
      <ThreeReviews axes={verification.axes} now={stands.axis?.axis} />
      {verification.axes.some(({ axis, state }) => axis === 'qualification' && state !== 'not-needed') && (
        <QualificationSection name={verification.name} template={verification.template.id} />
      )}
      <EnhancedSection name={verification.name} today={today} />
      <div className="two">
        <section className="sec">
          <h2>{t('nameCheck.course')}</h2>
          <Timeline entries={verification.timeline.map(withoutTurn)} today={today} />
        </section>
        {!corrected && <WhatIsVerified verification={verification} />}
      </div>
    </>
  )
}

/** Where there is one thing to do, or to look at. */
function Next({ stands, template }: { stands: Standing; template: string }) {
  const { stage } = stands
  if (stage !== 'held' && stage !== 'not-begun' && stage !== 'reviewing') return null
  const link = (
    <Link
      className={stage === 'reviewing' ? 'btn' : 'btn btn--main'}
      to="/templates/$id"
      params={{ id: template }}
      hash={stage === 'reviewing' ? undefined : 'papers'}
    >
      {t(`nameCheck.go.${stage}`)}
    </Link>
  )
  if (stage === 'held')
    return (
      <div className="next-step">
        <Note tone="fail">
          <p>
            <b>{t('nameCheck.head.held')}</b>
          </p>
          {link}
        </Note>
      </div>
    )
  return <div className="acts next-step">{link}</div>
}

function headOf({ stage, axis }: Standing) {
  if (stage === 'failed') return `nameCheck.head.failed.${axis?.axis ?? 'identity'}` as const
  if (stage === 'others')
    return `nameCheck.head.others.${axis?.axis === 'naming' ? 'naming' : 'qualification'}` as const
  return `nameCheck.head.${stage}` as const
}

function leadOf({ stage, by }: Standing, { heldSince }: DomainVerification): string {
  if (stage === 'failed') return ''
  return t(`nameCheck.lead.${stage}`, {
    since: heldSince ? dayAndTime(heldSince) : '',
    date: by ? longDate(by) : '',
  })
}

const heldToo = ({ heldSince }: DomainVerification) =>
  t('nameCheck.heldToo', { since: heldSince ? dayAndTime(heldSince) : '' })

/** Its words say already who acts; the stamp is at the head of the page. */
function withoutTurn({ turn: _, ...entry }: DomainVerification['timeline'][number]) {
  return entry
}
