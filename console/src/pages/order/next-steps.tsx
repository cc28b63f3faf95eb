import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import { inTurn } from '../../api/in-turn.ts'
import { nextStepsQuery } from '../../api/queries.ts'
import type { NextStep, OrderLine } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { State } from '../../design/state.tsx'
import { toast } from '../../design/toast.tsx'
import { daysBefore, longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { FilingStep } from './filing-step.tsx'
import { namesOf } from './names-of.ts'

/** The next useful things with their days, in the order that saves most time. */
export function NextSteps({ number, won }: { number: string; won: OrderLine[] }) {
  const next = useQuery(nextStepsQuery(number, won.length))
  if (next.isLoadingError) return <Failure error={next.error} again={() => next.refetch()} />
  const steps = next.data?.steps ?? []
  const mine = steps.some(({ key, state }) => (key === 'identity' && state === 'now') || state === 'open')
  return (
    <section className="sec">
      <h2>
        {t('next.title')}
        <small>{t('next.why')}</small>
      </h2>
      <ol className="next" aria-busy={next.isPending}>
        {steps
          .filter(({ key }) => key === 'identity')
          .map((step) => (
            <IdentityStep key={step.state} step={step} of={won.length} />
          ))}
        <li>
          <div>
            <h3>{t('next.domains')}</h3>
            <p>{t('next.domainsWhy')}</p>
          </div>
          <Link className={mine ? 'btn' : 'btn btn--main'} to="/domains">
            {t('nav.domains')}
          </Link>
        </li>
        {steps
          .filter(({ key }) => key === 'filing')
          .map((step) => (
            <FilingStep key={`${step.state}${step.earliest}`} step={step} of={won.length} />
          ))}
        {steps
          .filter(({ key }) => key === 'auto-renew')
          .map((step) => (
            <RenewStep key={step.key} step={step} />
          ))}
      </ol>
    </section>
  )
}

function IdentityStep({ step, of }: { step: NextStep; of: number }) {
  const [only] = step.names
  return (
    <li>
      <div>
        <h3>{t('next.identity')}</h3>
        <p>
          {namesOf(step, of)}
          {step.state === 'now'
            ? t('next.identity.now', { by: longDate(step.by ?? '') })
            : t('next.identity.reviewing')}
        </p>
        {step.state === 'reviewing' && <State shape="wait">{t('next.identity.state.reviewing')}</State>}
      </div>
      {step.state !== 'now' ? null : step.names.length === 1 && only ? (
        <Link className="btn btn--main" to="/domains/$name/verification" params={{ name: only }}>
          {t('next.identity.open')}
        </Link>
      ) : (
        <Link className="btn btn--main" to="/templates">
          {t('next.identity.open')}
        </Link>
      )}
    </li>
  )
}

function RenewStep({ step }: { step: NextStep }) {
  const [on, setOn] = useState(step.state === 'done')
  const [busy, setBusy] = useState(false)
  const turnOn = async () => {
    setBusy(true)
    try {
      const change = (name: string) => put(`domains/${encodeURIComponent(name)}/auto-renew`, { on: true })
      await inTurn(step.names, change, () => undefined)
      setOn(true)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    setBusy(false)
  }
  return (
    <li>
      <div>
        <h3>{t('next.renew')}</h3>
        <p>{step.by && t('next.renewWhy', { date: longDate(daysBefore(step.by, 7)) })}</p>
      </div>
      {on ? (
        <State shape="ok">{t('next.renewOn')}</State>
      ) : (
        <Button disabled={busy} onClick={turnOn}>
          {t('next.renewTurn')}
        </Button>
      )}
    </li>
  )
}
