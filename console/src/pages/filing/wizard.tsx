import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post, remove } from '../../api/client.ts'
import { type CourseEntry, type Filing, type FilingStepName, preflightQuery } from '../../api/filing.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Summary } from '../../design/summary.tsx'
import { clockTime, dayAndTime, longDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { AccessStep } from './access-step.tsx'
import { EndReview } from './end-review.tsx'
import { servicesStepWord } from './kind-words.ts'
import { Opinion } from './opinion.tsx'
import { endingOf } from './outcome-words.ts'
import { PapersStep } from './papers-step.tsx'
import { PreflightPanel } from './preflight-panel.tsx'
import { HintsOfProvince, useProvinceHints } from './province-hints.ts'
import { ReviewStep } from './review-step.tsx'
import { ServicesStep } from './services-step.tsx'
import { SubjectStep } from './subject-step.tsx'
import { SubmitDialog } from './submit-dialog.tsx'
import { useFilingDraft } from './use-filing-draft.ts'

const allSteps = ['access', 'subject', 'services', 'papers', 'review'] as const
type WizardStep = (typeof allSteps)[number]

/** All that comes, of which the first is done when an order exists (drawing 07). */
function wholeWay({ course, verification, photoKeptUntil }: Filing, steps: readonly WizardStep[]) {
  const comes = (step: CourseEntry['step']) => course.some((entry) => entry.step === step)
  return [
    ...(steps.length > 1 ? (['type'] as const) : []),
    ...steps,
    ...(comes('first-review') ? (['firstReview'] as const) : []),
    ...(verification.length > 0 && !photoKeptUntil ? (['photo'] as const) : []),
    ...(comes('sms') ? (['sms'] as const) : []),
    ...(comes('bureau') ? (['bureau'] as const) : []),
  ]
}

/** 备案向导: each step saved as one types, checked as one types, and left and taken up at any time. */
export function Wizard({ filing }: { filing: Filing }) {
  const cache = useQueryClient()
  const asked = useSearch('step').step
  // Of a cancellation there is nothing to fill in.
  const ending = endingOf(filing.type)
  const steps: readonly WizardStep[] = ending ? ['review'] : allSteps
  const step = steps.find((one) => one === asked) ?? steps[0] ?? 'review'
  const place = steps.indexOf(step)
  const all = wholeWay(filing, steps)
  const hand = useFilingDraft(filing)
  const stepWord = (one: (typeof all)[number]) =>
    one === 'services' ? servicesStepWord(hand.draft.services) : t(`filing.steps.${one}`)
  const hints = useProvinceHints(filing.province)
  const preflight = useQuery(preflightQuery(filing.number))
  const [error, setError] = useState<unknown>(null)
  const [tries, setTries] = useState(0)
  const [confirming, setConfirming] = useState(false)
  const [field, setField] = useState<string>()
  const show = (next: WizardStep) =>
    go({ to: '/filings/$number', params: { number: filing.number }, search: { step: next } })
  useEffect(() => {
    if (field) document.getElementById(field)?.focus()
  }, [field])
  const forward = async () => {
    if (!(await hand.flush())) return
    const next = steps[place + 1]
    if (next) show(next)
  }
  /** What stands against it is said first; then it is asked once more (S3-50). */
  const check = async () => {
    setError(null)
    setTries(tries + 1)
    if (!(await hand.flush())) return
    const { data } = await preflight.refetch()
    if (data?.steps.some(({ findings }) => findings.some(({ severity }) => severity === 'refuse'))) return
    // What else is missing the API says, with its reason.
    if (data?.ready === false) await submit()
    else setConfirming(true)
  }
  const submit = async () => {
    setConfirming(false)
    setError(null)
    try {
      await post(`filings/${filing.number}/submission`)
    } catch (refusal) {
      setError(refusal)
    }
    await cache.invalidateQueries({ queryKey: ['filings'] })
  }
  const sendAgain = async () => {
    setError(null)
    try {
      await post(`filings/${filing.number}/resubmission`)
    } catch (refusal) {
      setError(refusal)
    }
    await cache.invalidateQueries({ queryKey: ['filings'] })
  }
  const drop = async () => {
    setError(null)
    try {
      await remove(`filings/${filing.number}`)
      await cache.invalidateQueries({ queryKey: ['filings'] })
      go({ to: '/filings' })
    } catch (refusal) {
      setError(refusal)
    }
  }
  const goTo = (about: FilingStepName, at: string) => {
    const found = steps.find((one) => one === about) ?? 'review'
    if (found !== step) show(found)
    setField(undefined)
    setTimeout(() => setField(at), 50)
  }
  const refusals =
    preflight.data?.steps.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refuse')) ?? []
  return (
    <>
      <p className="crumb">
        <Link to="/filings">{t('filing.title')}</Link>
        {'\u2003›\u2003'}
        {sentence(filing.typeName)}
        {filing.title !== '' && (
          <>
            {'\u2003›\u2003'}
            <span className="sx">{filing.title}</span>
          </>
        )}
      </p>
      <div className="head">
        <div>
          <h1>{ending ? sentence(filing.typeName) : stepWord(step)}</h1>
          <p>{t(ending ? `filing.end.${ending}.then` : 'filing.lead')}</p>
        </div>
      </div>
      <ol className="steps" aria-label={t('filing.steps.label')}>
        {all.map((one) => (
          <li
            key={one}
            className={all.indexOf(one) < all.indexOf(step) ? 'done' : undefined}
            aria-current={one === step ? 'step' : undefined}
          >
            {stepWord(one)}
          </li>
        ))}
      </ol>
      <p className="now-step">{t('filing.steps.now', { now: all.indexOf(step) + 1, all: all.length })}</p>
      {filing.opinion && <Opinion opinion={filing.opinion} services={hand.draft.services} goTo={goTo} />}
      {filing.changeBy && (
        <Note tone="you">
          <p>{t('filing.change.by', { on: longDate(filing.changeBy) })}</p>
        </Note>
      )}
      {filing.state === 'lapsed' && (
        <Note tone="you">
          <p>{t('filing.now.lapsed')}</p>
          <Button onClick={sendAgain}>{t('filing.sendAgain')}</Button>
        </Note>
      )}
      {filing.byHand && (step === 'access' || step === 'review') && (
        <Note tone="plain">
          <p>{sentence(filing.byHand.says)}</p>
        </Note>
      )}
      {filing.photoKeptUntil && (
        <Note tone="ok">
          <p>{t('filing.photo.kept', { until: dayAndTime(filing.photoKeptUntil) })}</p>
        </Note>
      )}
      <HintsOfProvince value={hints}>
        <div className="wiz">
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void (step === 'review' ? check() : forward())
            }}
          >
            {step === 'review' && tries > 0 && (
              <Summary
                token={tries}
                errors={refusals.map((finding) => ({ field: finding.field, text: sentence(finding.message) }))}
              />
            )}
            {step === 'access' && <AccessStep hand={hand} />}
            {step === 'subject' && <SubjectStep hand={hand} identified={filing.template !== null} />}
            {step === 'services' && <ServicesStep hand={hand} />}
            {step === 'papers' && (
              <PapersStep
                filing={filing}
                onConsent={hand.savedBeside}
                findings={preflight.data?.steps.find((one) => one.step === 'papers')?.findings ?? []}
              />
            )}
            {step === 'review' && (ending ? <EndReview filing={filing} /> : <ReviewStep hand={hand} filing={filing} />)}
            {hand.error !== null && hand.error !== undefined && (
              <Failure error={hand.error} again={() => void hand.flush()} />
            )}
            {error !== null && <Failure error={error} />}
            <div className="ends">
              <Button
                look={(step === 'papers' || ending) && !filing.consent ? 'line' : 'main'}
                size="l"
                type="submit"
                greyBecause={ending && !filing.consent ? 'end-agree' : undefined}
              >
                {step === 'review' ? submitWords(filing) : t('filing.next')}
              </Button>
              {place > 0 && (
                <Button size="l" onClick={() => show(steps[place - 1] ?? 'access')}>
                  {t('filing.back')}
                </Button>
              )}
              {(filing.state === 'draft' || ending) && (
                <Button look="text" onClick={drop}>
                  {t(ending ? 'filing.end.drop' : 'filing.drop')}
                </Button>
              )}
              <span className="small muted" role="status">
                {hand.saving
                  ? t('filing.saving')
                  : hand.savedAt && t('filing.saved', { time: clockTime(hand.savedAt.toISOString(), false) })}
              </span>
            </div>
          </form>
          <PreflightPanel number={filing.number} kinds={hand.draft.services.map(({ kind }) => kind)} goTo={goTo} />
        </div>
      </HintsOfProvince>
      <SubmitDialog filing={filing} open={confirming} onClose={() => setConfirming(false)} onSubmit={submit} />
    </>
  )
}

/** What is handed in is called by its name where it is no filing of something new. */
function submitWords({ type, typeName }: Filing): string {
  const brings = type === 'first' || type.startsWith('new-')
  return brings ? t('filing.submit') : t('filing.submitThis', { type: sentence(typeName) })
}
