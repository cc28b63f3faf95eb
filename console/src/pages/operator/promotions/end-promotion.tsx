import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../../api/client.ts'
import { SureDialog } from '../../../design/sure-dialog.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'
import { catalogChanged } from '../catalog-changed.ts'
import type { Operated } from './promotion-queries.ts'

export function EndPromotion({ promotion, onClose }: { promotion: Operated; onClose: () => void }) {
  const cache = useQueryClient()
  const end = async () => {
    await post(`operator/promotions/${promotion.id}/end`)
    await catalogChanged(cache)
    toast(t('promotions.ended'))
  }
  return (
    <SureDialog title={t('promotions.end')} sure={t('promotions.endNow')} onSure={end} onClose={onClose}>
      <p>{t(promotion.byCode ? 'promotions.endSureCodes' : 'promotions.endSure')}</p>
      {promotion.held > 0 && <p className="soft">{t('promotions.endHeld', { count: promotion.held })}</p>}
    </SureDialog>
  )
}
