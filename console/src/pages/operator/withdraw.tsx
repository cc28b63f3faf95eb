import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { SureDialog } from '../../design/sure-dialog.tsx'
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
  const draft = change.state === 'draft'
  const name = t(draft ? 'operator.dropDraft' : 'operator.withdraw')
  const withdraw = async () => {
    try {
      await post(`operator/catalog/changes/${change.id}/withdraw`, { expectedRevision: revision })
      toast(t(draft ? 'operator.droppedNow' : 'operator.withdrawnNow', { suffix: change.suffix }))
    } finally {
      // Somebody else may have published meanwhile; the next attempt names the state that is there now.
      await catalogChanged(cache)
    }
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{name}</Button>
      {open && (
        <SureDialog
          title={t('operator.sure', { what: name })}
          sure={name}
          onSure={withdraw}
          onClose={() => setOpen(false)}
        >
          <p className="soft">{t(draft ? 'operator.dropWhy' : 'operator.withdrawWhy')}</p>
        </SureDialog>
      )}
    </>
  )
}
