import { useEffect, useRef } from 'react'
import type { DryRun } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { State } from '../../design/state.tsx'
import type { TextKey } from '../../i18n/dictionary.ts'
import { money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { BuyButton } from './buy-button.tsx'
import { onlyOfHolder } from './stands-against.ts'
import { TermsTick } from './terms-tick.tsx'
import type { Refusal } from './use-placing.ts'

interface Props {
  trial: DryRun | undefined
  settling: boolean
  terms: boolean
  onTerms: (on: boolean) => void
  grey: TextKey | null
  buying: boolean
  refusal: Refusal | null
  onBuy: () => void
}

export function ConfirmTotal({ trial, settling, terms, onTerms, grey, buying, refusal, onBuy }: Props) {
  const good = trial?.lines.filter((line) => line.state === 'ok') ?? []
  const bad = trial?.lines.filter((line) => line.state === 'invalid') ?? []
  const off = good.reduce((sum, line) => sum + line.discountFen, 0)
  const changed = refusal !== null && trial !== undefined && !settling && trial.totalFen !== refusal.expected
  const news = useRef<HTMLDivElement>(null)
  const told = refusal !== null
  // On a phone the button is in the dock, away from what the answer is about.
  useEffect(() => {
    if (told) news.current?.scrollIntoView({ block: 'center' })
  }, [told])
  return (
    <aside className="panel panel--up total-panel" aria-label={t('confirm.total')}>
      <h2>{t('confirm.total')}</h2>
      <dl className="total" aria-busy={settling}>
        <div>
          <dt>{t('confirm.sum', { count: good.length, years: good.reduce((sum, line) => sum + line.years, 0) })}</dt>
          <dd>{trial ? money(trial.totalFen + off) : '…'}</dd>
        </div>
        {off > 0 && (
          <div>
            <dt>{t('confirm.offer')}</dt>
            <dd>{money(-off)}</dd>
          </div>
        )}
        {bad.map((line) => (
          <div key={line.ascii}>
            <dt>
              <span className="sx">{line.name}</span>
              {t(onlyOfHolder(line.findings) ? 'confirm.notThisHolder' : 'confirm.lost')}
            </dt>
            <dd className="muted">{t('confirm.notCounted')}</dd>
          </div>
        ))}
        <div className="all">
          <dt>{t('confirm.due')}</dt>
          <dd>{trial ? money(trial.totalFen) : '…'}</dd>
        </div>
      </dl>
      <div ref={news} aria-live="polite">
        {changed && (
          <Note tone="you">
            <p>
              <b>{t('confirm.changed')}</b>
              <br />
              {t('confirm.changedBoth', { before: money(refusal.expected), now: money(trial.totalFen) })}
            </p>
          </Note>
        )}
        {refusal && !changed && <Failure error={refusal.error} />}
      </div>
      <TermsTick on={terms} onChange={onTerms} />
      <BuyButton label="confirm.buy" grey={grey} buying={buying} onBuy={onBuy} />
      <hr className="thin" />
      <p className="small soft">{t('confirm.after')}</p>
    </aside>
  )
}

export function PayDock({ trial, grey, buying, onBuy }: Props) {
  return (
    <section className="dock confirm-dock" aria-label={t('confirm.total')}>
      <div>
        <small>
          {t('confirm.due')}
          {'\u2003'}
          {grey && <State shape="you">{t(grey)}</State>}
        </small>
        <b>{trial ? money(trial.totalFen) : '…'}</b>
      </div>
      <Button look="main" size="l" greyBecause={grey ? 'why-grey' : undefined} disabled={buying} onClick={onBuy}>
        {t('confirm.buy')}
      </Button>
    </section>
  )
}
