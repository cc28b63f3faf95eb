import { useQueryClient } from '@tanstack/react-query'
import { post } from '../../../api/client.ts'
import type { FilingDuty } from '../../../api/filing-duties.ts'
import { SureDialog } from '../../../design/sure-dialog.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'

/** The notice of a shell site has run out: what giving it up does is said before it is done. */
export function EndShell({ duty, onClose }: { duty: FilingDuty; onClose: () => void }) {
  const cache = useQueryClient()
  const end = async () => {
    try {
      const { number } = await post<{ number: string }>(`filing-findings/${duty.id}/cancellation`)
      toast(t('filing.findings.ended', { number }))
    } finally {
      // Refused, it may have been ended by somebody else.
      await cache.invalidateQueries({ queryKey: ['filing-findings'] })
    }
  }
  return (
    <SureDialog
      title={t('filing.findings.endTitle', { about: duty.about })}
      sure={t('filing.findings.end')}
      onSure={end}
      onClose={onClose}
    >
      <p>{t('filing.findings.endSure')}</p>
    </SureDialog>
  )
}
