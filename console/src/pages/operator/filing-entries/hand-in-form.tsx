import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { sessionQuery } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { t } from '../../../i18n/text.ts'
import { useKeeping } from './use-keeping.ts'

/** 已录入: when, and under which number of the bureau. */
export function HandInForm({ number, onDone }: { number: string; onDone: () => Promise<unknown> }) {
  const today = useQuery(sessionQuery).data?.clock.today ?? ''
  const [chosen, setOn] = useState<string>()
  const [receipt, setReceipt] = useState('')
  const [note, setNote] = useState('')
  const { tried, busy, error, keep } = useKeeping(onDone)
  const on = chosen ?? today
  const nothing = receipt.trim() === '' && note.trim() === ''
  const send = (event: FormEvent) => {
    event.preventDefault()
    return keep(nothing || on === '', () =>
      post(`filing-entries/${number}/handed-in`, {
        on,
        ...(receipt.trim() === '' ? {} : { receipt: receipt.trim() }),
        ...(note.trim() === '' ? {} : { note: note.trim() }),
      }),
    )
  }
  return (
    <section className="sec">
      <h2>{t('filing.entries.handedInTitle')}</h2>
      <form className="stack" noValidate onSubmit={send}>
        <TextField
          id="handed-in-on"
          type="date"
          label={t('filing.entries.on')}
          value={on}
          max={today}
          error={tried && on === '' ? t('filing.entries.onWanted') : undefined}
          onChange={(event) => setOn(event.target.value)}
        />
        <TextField
          id="handed-in-receipt"
          label={t('filing.entries.receipt')}
          help={t('filing.entries.receiptHelp')}
          value={receipt}
          maxLength={200}
          autoComplete="off"
          error={tried && nothing ? t('filing.entries.receiptWanted') : undefined}
          onChange={(event) => setReceipt(event.target.value)}
        />
        <TextField
          id="handed-in-note"
          label={t('filing.entries.note')}
          optional={t('optional')}
          value={note}
          maxLength={200}
          onChange={(event) => setNote(event.target.value)}
        />
        {error !== null && <Failure error={error} />}
        <div className="acts">
          <Button look="main" type="submit" disabled={busy}>
            {busy ? t('signIn.busy') : t('filing.entries.handIn')}
          </Button>
        </div>
      </form>
    </section>
  )
}
