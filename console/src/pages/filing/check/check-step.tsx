import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post, put } from '../../../api/client.ts'
import type { Filing } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime, shortDate } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { provinceName } from '../rules/province-name.ts'
import type { Act } from './act.ts'
import { CurtainAddress } from './curtain-address.tsx'
import { TakePhoto } from './take-photo.tsx'

/** 负责人核验: the way of the province and the day, from its choice to the photograph that is handed in. */
export function CheckStep({ filing, check }: { filing: Filing; check: NonNullable<Filing['check']> }) {
  const cache = useQueryClient()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const act: Act = async (work) => {
    setBusy(true)
    setError(null)
    try {
      await work()
      await cache.invalidateQueries({ queryKey: ['filings'] })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const choose = (way: string) => act(() => put(`filings/${filing.number}/check`, { way }))
  const { stage, curtain, ways } = check
  const other = ways.find((way) => way !== check.way)
  return (
    <div className="stack check-step">
      {stage === 'choose' && (
        <>
          <p>{t('filing.check.choose')}</p>
          <div className="ways">
            {ways.map((way) => (
              <div className="panel" key={way}>
                <p className="soft">
                  {t(way === 'curtain' ? 'filing.check.chooseCurtainWhy' : 'filing.check.chooseFaceWhy')}
                </p>
                <Button disabled={busy} onClick={() => choose(way)}>
                  {t(way === 'curtain' ? 'filing.check.chooseCurtain' : 'filing.check.chooseFace')}
                </Button>
              </div>
            ))}
          </div>
        </>
      )}
      {stage === 'address' && <CurtainAddress filing={filing} act={act} busy={busy} />}
      {stage === 'ordered' && <State shape="wait">{t('filing.check.ordered')}</State>}
      {stage === 'on-its-way' && (
        <>
          <p>
            {t('filing.check.onItsWay', {
              carrier: curtain?.carrier ?? '',
              tracking: curtain?.tracking ?? '',
              date: curtain?.dispatchedAt ? shortDate(curtain.dispatchedAt) : '',
            })}
          </p>
          <p>
            <Button
              look="main"
              disabled={busy}
              onClick={() => act(() => post(`filings/${filing.number}/curtain/arrival`))}
            >
              {t('filing.check.arrived')}
            </Button>
          </p>
          <p className="soft">{t('filing.check.lostWhy')}</p>
          <p>
            <Button size="s" disabled={busy} onClick={() => act(() => post(`filings/${filing.number}/curtain/loss`))}>
              {t('filing.check.lost')}
            </Button>
          </p>
        </>
      )}
      {stage === 'lost-often' && (
        <>
          <State shape="wait">
            {t('filing.check.lostOften', { at: filing.dueAt ? dayAndTime(filing.dueAt) : '' })}
          </State>
          <p className="soft">{t('filing.check.lostOftenWhy')}</p>
        </>
      )}
      {stage === 'take' && <TakePhoto filing={filing} curtain={check.way === 'curtain'} act={act} busy={busy} />}
      {stage === 'bureau-app' && (
        <>
          <p>{t('filing.check.bureauApp', { province: filing.province ? provinceName(filing.province) : '' })}</p>
          <p className="soft">{t('filing.check.bureauAppWhy')}</p>
          <p>
            <Button look="main" disabled={busy} onClick={() => act(() => post(`filings/${filing.number}/photo`))}>
              {t('filing.check.bureauAppDone')}
            </Button>
          </p>
        </>
      )}
      {stage === 'looked-at' && (
        <State shape="wait">{t('filing.check.lookedAt', { at: filing.dueAt ? dayAndTime(filing.dueAt) : '' })}</State>
      )}
      {stage === 'not-here' && <State shape="wait">{t('filing.check.notHere')}</State>}
      {error !== null && <Failure error={error} />}
      {other && (stage === 'address' || stage === 'lost-often' || (stage === 'take' && !curtain)) && (
        <p>
          <Button size="s" disabled={busy} onClick={() => choose(other)}>
            {t('filing.check.change')}
          </Button>
        </p>
      )}
    </div>
  )
}
