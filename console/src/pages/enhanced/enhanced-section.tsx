import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, post } from '../../api/client.ts'
import { keepNew } from '../../api/keep-new.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { EnhancedPaper, Paper, ReviewCase } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { State } from '../../design/state.tsx'
import { longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Consent } from '../verification/consent.tsx'
import { PaperDrop } from '../verification/paper-drop.tsx'
import { PhoneLink } from '../verification/phone-link.tsx'
import { Refusal } from '../verification/refusal.tsx'
import { stillMissing } from '../verification/still-missing.ts'
import { TakeBack } from '../verification/take-back.tsx'
import '../verification/verification-page.css'

interface EnhancedCheck {
  words: string
  noticedOn: string
  dueOn: string
  state: 'open' | 'reviewing' | 'sent' | 'passed' | 'withdrawn'
  answer: string | null
  consent: boolean
  needed: EnhancedPaper[]
  papers: Paper[]
  cases: ReviewCase[]
  names: string[]
}

/** null: the registry asks for nothing. */
const enhancedQuery = (name: string) =>
  queryOptions({
    queryKey: ['enhanced-check', name],
    queryFn: async ({ signal }): Promise<EnhancedCheck | null> => {
      try {
        return await get<EnhancedCheck>(`domains/${encodeURIComponent(name)}/enhanced-check`, signal)
      } catch (refusal) {
        if (refusal instanceof ApiProblem && refusal.status === 404) return null
        throw refusal
      }
    },
  })

/** 强化实名: what the registry asks for besides, by when, and whose turn it is. */
export function EnhancedSection({ name, today }: { name: string; today: string }) {
  const cache = useQueryClient()
  const wanted = enhancedQuery(name)
  const found = useQuery({ ...wanted, refetchInterval: keepNew(10_000) })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (found.isLoadingError) return <Failure error={found.error} again={() => found.refetch()} />
  const check = found.data
  if (!check) return null
  const path = (rest: string) => `domains/${encodeURIComponent(name)}/enhanced-check/${rest}`
  const send = async (rest: 'submit' | 'withdrawal') => {
    setBusy(true)
    setError(null)
    try {
      await post(path(rest))
      await cache.invalidateQueries({ queryKey: wanted.queryKey })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const { state, needed, papers, cases } = check
  const [newest] = cases
  const [missing] = stillMissing(needed, papers)
  const open = state === 'open'
  return (
    <section className="sec enhanced" id="enhanced" aria-label={t('enhanced.title')}>
      <h2>
        {t('enhanced.title')}
        <small>{t('enhanced.why')}</small>
      </h2>
      <Asked check={check} late={open && check.dueOn < today} />
      {open && newest?.state === 'failed' && <Refusal reviewCase={newest} />}
      {state === 'reviewing' && <TakeBack busy={busy} onTakeBack={() => send('withdrawal')} />}
      {open && !check.consent && <Consent refreshes={wanted.queryKey} />}
      {open && check.consent && (
        <div className="stack">
          <div className="paper-drops">
            {needed.map((kind) => (
              <PaperDrop
                key={kind}
                path={path(`papers/${kind}`)}
                refreshes={wanted.queryKey}
                kind={kind}
                paper={papers.find((paper) => paper.kind === kind)}
              />
            ))}
          </div>
          <PhoneLink path={path('upload-link')} />
          <div className="acts">
            <Button
              look="main"
              disabled={busy}
              greyBecause={missing ? 'enhanced-why' : undefined}
              onClick={() => send('submit')}
            >
              {busy ? t('signIn.busy') : t('enhanced.submit')}
            </Button>
            <span className="small soft" id="enhanced-why">
              {missing ? (
                <State shape="you">{t('identity.missing', { paper: t(`identity.kind.${missing}`) })}</State>
              ) : (
                t('identity.submitWhy')
              )}
            </span>
          </div>
        </div>
      )}
      {error !== null && <Failure error={error} />}
    </section>
  )
}

const shapes = { open: 'you', reviewing: 'wait', sent: 'wait', passed: 'ok', withdrawn: 'ok' } as const

function Asked({ check, late }: { check: EnhancedCheck; late: boolean }) {
  const { state, words, noticedOn, dueOn, answer, names, cases } = check
  const ended = state === 'passed' || state === 'withdrawn'
  return (
    <>
      <p>
        <State shape={shapes[state]}>
          {t(`enhanced.standing.${state}`, { date: longDate(cases[0]?.dueAt.slice(0, 10) ?? dueOn) })}
        </State>
      </p>
      <p>
        {t('enhanced.said', { words })}{' '}
        <span className="soft">{t('enhanced.noticed', { date: longDate(noticedOn), by: longDate(dueOn) })}</span>
      </p>
      {answer && <p>{t('enhanced.answered', { words: answer })}</p>}
      {late && (
        <Note tone="fail">
          <p>{t('enhanced.late')}</p>
        </Note>
      )}
      {!ended && names.length > 0 && (
        <p className="small">
          {t('enhanced.names')} <span className="dn">{names.join(t('listComma'))}</span>
        </p>
      )}
    </>
  )
}
