import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { Domain, Order, RenewalTrial } from '../../api/types.ts'
import { useOnce } from '../../api/use-once.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { State } from '../../design/state.tsx'
import { Stepper } from '../../design/stepper.tsx'
import { longDate, money } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { type RenewalChoice, RenewalOffers } from '../domains/renewal-offers.tsx'

export function RenewDialog({ domain, open, onClose }: { domain: Domain; open: boolean; onClose: () => void }) {
  const [years, setYears] = useState(1)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const [choice, setChoice] = useState<RenewalChoice>({})
  const lines = [{ name: domain.ascii, years, expectedExpiry: domain.life.expires }]
  const trial = useQuery({
    queryKey: ['renewals', lines, choice],
    queryFn: () => post<RenewalTrial>('renewals', { lines, ...choice, dryRun: true }),
    enabled: open,
    placeholderData: keepPreviousData,
    retry: false,
  })
  const left = Math.max(
    1,
    10 - Math.ceil((Date.parse(domain.life.expires) - Date.parse(domain.life.today)) / (365.25 * 86_400_000)),
  )
  const renew = async () => {
    // Nobody orders at a price that was not shown.
    if (!trial.data) return
    setBusy(true)
    setError(null)
    try {
      const order = await once<Order>('renewals', {
        lines,
        ...choice,
        expectedTotalFen: trial.data.totalFen,
      })
      go({ to: '/orders/$number/pay', params: { number: order.number } })
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('renew.title', { name: domain.name })} open={open} onClose={onClose}>
      <div className="stack">
        <p className="soft">{t('renew.lead', { date: longDate(domain.life.expires) })}</p>
        <div className="quantity">
          <Stepper
            label={t('confirm.yearsOf', { name: domain.name })}
            value={years}
            min={1}
            max={left}
            onChange={setYears}
          />
          {trial.data && <b aria-busy={trial.isFetching}>{money(trial.data.totalFen)}</b>}
        </div>
        <p className="help">{t('renew.most')}</p>
        <RenewalOffers trial={trial.data} settling={trial.isFetching} choice={choice} onChoice={setChoice} />
        {trial.data?.lines[0]?.findings.map((finding) => (
          <p key={finding.rule} className="small">
            <State shape="fail">{sentence(finding.message)}</State> {sentence(finding.remedy)}
          </p>
        ))}
        {trial.isError && <Failure error={trial.error} again={() => trial.refetch()} />}
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            look="ink"
            disabled={busy || trial.isFetching || !trial.data || Boolean(trial.data.codeTrouble)}
            onClick={renew}
          >
            {t(busy ? 'signIn.busy' : 'renew.order')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
