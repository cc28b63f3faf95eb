import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { suffixQuery } from '../../api/queries.ts'
import type { Domain, Order } from '../../api/types.ts'
import { useOnce } from '../../api/use-once.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { Stepper } from '../../design/stepper.tsx'
import { longDate, money } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'

export function RenewDialog({ domain, open, onClose }: { domain: Domain; open: boolean; onClose: () => void }) {
  const [years, setYears] = useState(1)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const once = useOnce()
  const suffix = useQuery({ ...suffixQuery(domain.name.slice(domain.name.indexOf('.') + 1)), enabled: open })
  const each = suffix.data?.priceFen.renew
  const left = Math.max(
    1,
    10 - Math.ceil((Date.parse(domain.life.expires) - Date.parse(domain.life.today)) / (365.25 * 86_400_000)),
  )
  const renew = async () => {
    setBusy(true)
    setError(null)
    try {
      const order = await once<Order>(`domains/${encodeURIComponent(domain.ascii)}/renew`, {
        years,
        expectedExpiry: domain.life.expires,
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
          {each !== undefined && each !== null && <b>{money(each * years)}</b>}
        </div>
        <p className="help">{t('renew.most')}</p>
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button look="ink" disabled={busy} onClick={renew}>
            {t(busy ? 'signIn.busy' : 'renew.order')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
