import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import { catalogChanged } from '../catalog-changed.ts'
import type { Operated } from './promotion-queries.ts'

export function EndPromotion({ promotion, onClose }: { promotion: Operated; onClose: () => void }) {
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const end = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await post(`operator/promotions/${promotion.id}/end`)
      await catalogChanged(cache)
      toast(t('promotions.ended'))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('promotions.end')} open alert onClose={onClose}>
      {refusal !== null && <Failure error={refusal} />}
      <p>{t(promotion.byCode ? 'promotions.endSureCodes' : 'promotions.endSure')}</p>
      {promotion.held > 0 && <p className="soft">{t('promotions.endHeld', { count: promotion.held })}</p>}
      <div className="acts">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button look="ink" disabled={busy} onClick={end}>
          {busy ? t('signIn.busy') : t('promotions.endNow')}
        </Button>
      </div>
    </Dialog>
  )
}
