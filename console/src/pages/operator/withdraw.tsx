import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { catalogChanged } from './catalog-changed.ts'
import type { CatalogChange } from './catalog-queries.ts'

interface Props {
  change: CatalogChange
  revision: number
}

/** Ends a change today, or drops a draft, once it was asked whether that is meant. */
export function Withdraw({ change, revision }: Props) {
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const draft = change.state === 'draft'
  const name = t(draft ? 'operator.dropDraft' : 'operator.withdraw')
  const withdraw = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await post(`operator/catalog/changes/${change.id}/withdraw`, { expectedRevision: revision })
      setOpen(false)
      await catalogChanged(cache)
      toast(t(draft ? 'operator.droppedNow' : 'operator.withdrawnNow', { suffix: change.suffix }))
    } catch (problem) {
      setRefusal(problem)
      // Somebody else may have published meanwhile; the next attempt names the state that is there now.
      await catalogChanged(cache)
    }
    setBusy(false)
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{name}</Button>
      <Dialog title={t('operator.sure', { what: name })} open={open} alert onClose={() => setOpen(false)}>
        <div className="stack">
          <p className="soft">{t(draft ? 'operator.dropWhy' : 'operator.withdrawWhy')}</p>
          {refusal !== null && <Failure error={refusal} />}
          <div className="acts">
            <Button onClick={() => setOpen(false)}>{t('cancel')}</Button>
            <Button look="ink" disabled={busy} onClick={withdraw}>
              {busy ? t('signIn.busy') : name}
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  )
}
