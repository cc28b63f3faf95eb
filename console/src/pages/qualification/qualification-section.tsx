import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { keepNew } from '../../api/keep-new.ts'
import { type Declared, type Qualification, qualificationQuery } from '../../api/qualification.ts'
import { Cite } from '../../design/cite.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { Consent } from '../verification/consent.tsx'
import { PaperDrop } from '../verification/paper-drop.tsx'
import { PhoneLink } from '../verification/phone-link.tsx'
import { Refusal } from '../verification/refusal.tsx'
import { TakeBack } from '../verification/take-back.tsx'
import '../verification/verification-page.css'
import { DeclaredForm } from './declared-form.tsx'
import { DeclaredList } from './declared-list.tsx'

/** Papers that prove the right to a name: what is needed, how far it is, whose turn it is (S0-35, S1-55, S1-113). */
export function QualificationSection({ name, template }: { name: string; template: string }) {
  const cache = useQueryClient()
  const wanted = qualificationQuery(name, template)
  // A reviewer may be deciding.
  const found = useQuery({ ...wanted, refetchInterval: keepNew(10_000) })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (found.isLoadingError) return <Failure error={found.error} again={() => found.refetch()} />
  if (found.isPending) return <Skeleton rows={4} />
  const state = found.data
  const path = (rest: string) => `qualifications/${encodeURIComponent(name)}/${rest}?template=${template}`
  const send = async (rest: 'submit' | 'withdrawal', body?: Declared) => {
    setBusy(true)
    setError(null)
    try {
      await post(path(rest), body)
      await Promise.all([
        cache.invalidateQueries({ queryKey: ['qualification', name] }),
        cache.invalidateQueries({ queryKey: ['domain-verification'] }),
      ])
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const [newest] = state.cases
  const open = handsIn(state)
  return (
    <section className="sec" id="qualification" aria-label={t('qualification.papers')}>
      <h2>
        {t('qualification.papers')}
        <small>{t(`qualification.kind.${state.kind}`)}</small>
      </h2>
      {state.kind === 'trademark' && (
        <p className="small">
          <Link to="/help/$slug" params={{ slug: 'trademark-faq' }}>
            {t('qualification.faq')}
          </Link>
        </p>
      )}
      <Standing state={state} />
      {open && newest?.state === 'failed' && <Refusal reviewCase={newest} />}
      {state.findings.map((finding) => (
        <Cite key={finding.rule} finding={finding} />
      ))}
      {!open && newest?.declared && <DeclaredList declared={newest.declared} />}
      {state.turn === 'we' && <TakeBack busy={busy} onTakeBack={() => send('withdrawal')} />}
      {open && state.findings.length === 0 && !state.consent && <Consent refreshes={wanted.queryKey} />}
      {open && state.findings.length === 0 && state.consent && (
        <div className="stack">
          {[...state.needed, ...state.further].map((kind) => (
            <PaperDrop
              key={kind}
              path={path(`papers/${kind}`)}
              refreshes={wanted.queryKey}
              kind={kind}
              optional={state.further.includes(kind)}
              paper={state.papers.find((paper) => paper.kind === kind)}
            />
          ))}
          <PhoneLink path={path('upload-link')} />
          <DeclaredForm state={state} busy={busy} error={error} onSubmit={(declared) => send('submit', declared)} />
        </div>
      )}
      {!open && error !== null && <Failure error={error} />}
    </section>
  )
}

/** Whether papers can be handed in now. */
function handsIn({ cases, registry }: Qualification): boolean {
  if (registry?.state === 'passed') return false
  const newest = cases[0]?.state
  return newest === undefined || newest === 'failed' || newest === 'withdrawn'
}

/** Where it stands in one line: who acts, and until when. */
function Standing({ state }: { state: Qualification }) {
  const { turn, cases, registered, registry } = state
  const [newest] = cases
  if (registry)
    return (
      <p>
        <State shape={registry.state === 'passed' ? 'ok' : 'fail'}>
          {t(registry.state === 'passed' ? 'qualification.registryPassed' : 'qualification.registryFailed')}
        </State>{' '}
        <span className="soft">{registry.heard}</span>
      </p>
    )
  if (turn === 'we' && newest)
    return (
      <p>
        <State shape="wait">{t('qualification.we', { date: longDate(newest.dueAt.slice(0, 10)) })}</State>{' '}
        <span className="soft">{newest.number}</span>
      </p>
    )
  if (turn === 'registry')
    return (
      <p>
        <State shape="wait">{t('qualification.registry')}</State>
      </p>
    )
  if (newest?.state === 'passed' && !registered)
    return (
      <p>
        <State shape="ok">{t('qualification.mayRegister')}</State>
      </p>
    )
  return <p className="soft">{t(registered ? 'qualification.yoursRegistered' : 'qualification.yoursBefore')}</p>
}
