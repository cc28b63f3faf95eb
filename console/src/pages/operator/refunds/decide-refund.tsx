import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import type { HeldRefund } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { toast } from '../../../design/toast.tsx'
import { money } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { heldRefundsQuery } from './refund-query.ts'

type Way = 'channel' | 'balance'

/** What was seen at the channel: the refund is there, under a number; or it is not, and the balance gets the money. */
export function DecideRefund({ refund, onClose }: { refund: HeldRefund; onClose: () => void }) {
  const cache = useQueryClient()
  const [to, setTo] = useState<Way | null>(null)
  const [reference, setReference] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const short = to === 'channel' && reference.trim().length < 4
  const price = money(refund.fen)
  const decide = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (to === null) return document.getElementById('refund-to-channel')?.focus()
    if (short) return document.getElementById('refund-reference')?.focus()
    setBusy(true)
    try {
      await post(`operator/refunds/${refund.line}`, to === 'channel' ? { to, reference: reference.trim() } : { to })
      toast(t(`refunds.done.${to}`, { price, name: refund.name }))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
    // Somebody else may have seen to it meanwhile.
    await cache.invalidateQueries({ queryKey: heldRefundsQuery.queryKey })
  }
  return (
    <Dialog title={t('refunds.decideThis', { name: refund.name })} open alert onClose={onClose}>
      <form className="stack" onSubmit={decide} noValidate>
        <p>{t('refunds.look', { trade: refund.outTradeNo, price })}</p>
        <fieldset>
          <legend className="lab">{t('refunds.found')}</legend>
          <div className="ticks">
            {(['channel', 'balance'] as const).map((way) => (
              <label className="tick" key={way}>
                <input
                  id={`refund-to-${way}`}
                  type="radio"
                  name="refund-to"
                  checked={to === way}
                  onChange={() => setTo(way)}
                />
                <span>{t(`refunds.to.${way}`, { price })}</span>
              </label>
            ))}
          </div>
          {tried && to === null && <p className="err st st--fail">{t('refunds.choose')}</p>}
        </fieldset>
        {to === 'channel' && (
          <TextField
            id="refund-reference"
            label={t('refunds.reference')}
            help={t('refunds.referenceHelp')}
            autoComplete="off"
            maxLength={64}
            value={reference}
            error={tried && short ? t('refunds.referenceShort') : undefined}
            onChange={(event) => setReference(event.target.value)}
          />
        )}
        {refusal !== null && <Failure error={refusal} />}
        <div className="acts">
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button look="ink" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('refunds.confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
