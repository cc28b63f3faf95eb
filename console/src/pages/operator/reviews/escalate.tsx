import { type FormEvent, useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { t } from '../../../i18n/text.ts'
import { useKeys } from './use-keys.ts'

/** Somebody else's eyes (请人再看): the case stays in the queue, and whoever asked does not decide. */
export function Escalate({ id, blocked, onDone }: { id: string; blocked: boolean; onDone: () => void }) {
  const [open, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [error, setError] = useState<unknown>(null)
  const ask = () => {
    if (!blocked) setOpen(true)
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setError(null)
    try {
      await post(`operator/reviews/${id}/escalation`, { note })
      setOpen(false)
      onDone()
    } catch (refusal) {
      setError(refusal)
    }
  }
  useKeys({ e: ask })
  return (
    <>
      <Button size="l" greyBecause={blocked ? 'why-not-pass' : undefined} onClick={ask}>
        {t('reviews.escalate')} <kbd>E</kbd>
      </Button>
      <Dialog title={t('reviews.escalate')} open={open} onClose={() => setOpen(false)}>
        <form className="stack" onSubmit={send}>
          <TextField
            id="escalation-note"
            label={t('reviews.escalateNote')}
            help={t('reviews.escalateHelp')}
            maxLength={300}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          {error !== null && <Failure error={error} />}
          <div className="acts">
            <Button type="submit" look="ink">
              {t('reviews.escalateGo')}
            </Button>
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
          </div>
        </form>
      </Dialog>
    </>
  )
}
