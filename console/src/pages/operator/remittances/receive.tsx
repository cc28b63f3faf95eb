import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import type { Remittance } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Note } from '../../../design/note.tsx'
import { toast } from '../../../design/toast.tsx'
import { money } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { fenOf } from '../yuan.ts'
import { announcedKey } from './remittance-queries.ts'

interface Props {
  remittance: Remittance
  today: string
  onClose: () => void
}

/** What the bank statement says, typed and then looked at once more before the balance has it. */
export function Receive({ remittance, today, onClose }: Props) {
  const cache = useQueryClient()
  const [yuan, setYuan] = useState('')
  const [bankReference, setBankReference] = useState('')
  const [receivedOn, setReceivedOn] = useState(today)
  const [tried, setTried] = useState(false)
  const [sure, setSure] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const fen = fenOf(yuan)
  const wrong = {
    amount: fen === undefined || fen < 1 || fen > 1_000_000_000 ? t('remittances.wrong.amount') : undefined,
    bank: bankReference.trim().length < 4 ? t('remittances.wrong.bank') : undefined,
    day: receivedOn === '' || receivedOn > today ? t('remittances.wrong.day') : undefined,
  }
  const whole = !wrong.amount && !wrong.bank && !wrong.day
  const check = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    setRefusal(null)
    if (whole) return setSure(true)
    const first = wrong.amount ? 'received-amount' : wrong.bank ? 'bank-reference' : 'received-on'
    document.getElementById(first)?.focus()
  }
  const receive = async () => {
    if (fen === undefined) return
    setBusy(true)
    setRefusal(null)
    try {
      await post(`operator/remittances/${remittance.id}/receive`, {
        amountFen: fen,
        bankReference: bankReference.trim(),
        receivedOn,
      })
      await cache.invalidateQueries({ queryKey: announcedKey })
      toast(t('remittances.done', { reference: remittance.reference, price: money(fen) }))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setSure(false)
      setBusy(false)
      // It may have been credited or withdrawn meanwhile.
      await cache.invalidateQueries({ queryKey: announcedKey })
    }
  }
  const shown = (text: string | undefined) => (tried ? text : undefined)
  return (
    <Dialog title={t('remittances.receiveThis', { reference: remittance.reference })} open alert onClose={onClose}>
      {refusal !== null && <Failure error={refusal} />}
      {sure && fen !== undefined ? (
        <div className="stack">
          <p>{t('remittances.sure', { price: money(fen), reference: remittance.reference })}</p>
          <dl className="facts">
            <div>
              <dt>{t('remittances.bankReference')}</dt>
              <dd>
                <code>{bankReference.trim()}</code>
              </dd>
            </div>
            <div>
              <dt>{t('remittances.receivedOn')}</dt>
              <dd>{receivedOn}</dd>
            </div>
          </dl>
          {fen !== remittance.fen && (
            <Note tone="you">
              <p>{t('remittances.differs', { announced: money(remittance.fen), price: money(fen) })}</p>
            </Note>
          )}
          <div className="acts">
            <Button disabled={busy} onClick={() => setSure(false)}>
              {t('remittances.change')}
            </Button>
            <Button look="ink" disabled={busy} onClick={receive}>
              {busy ? t('signIn.busy') : t('remittances.confirm')}
            </Button>
          </div>
        </div>
      ) : (
        <form className="stack" onSubmit={check} noValidate>
          <p className="soft">{t('remittances.asAnnounced', { price: money(remittance.fen) })}</p>
          <TextField
            id="received-amount"
            label={t('remittances.arrived')}
            help={t('remittances.arrivedHelp')}
            inputMode="decimal"
            autoComplete="off"
            value={yuan}
            error={shown(wrong.amount)}
            onChange={(event) => setYuan(event.target.value)}
          />
          <TextField
            id="bank-reference"
            label={t('remittances.bankReference')}
            help={t('remittances.bankReferenceHelp')}
            autoComplete="off"
            maxLength={64}
            value={bankReference}
            error={shown(wrong.bank)}
            onChange={(event) => setBankReference(event.target.value)}
          />
          <TextField
            id="received-on"
            label={t('remittances.receivedOn')}
            type="date"
            max={today}
            value={receivedOn}
            error={shown(wrong.day)}
            onChange={(event) => setReceivedOn(event.target.value)}
          />
          <div className="acts">
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button look="ink" type="submit">
              {t('remittances.next')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
