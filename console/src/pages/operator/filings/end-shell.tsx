import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import type { FilingDuty } from '../../../api/filing-duties.ts'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { Failure } from '../../../design/failure.tsx'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'

/** The notice of a shell site has run out: what giving it up does is said before it is done. */
export function EndShell({ duty, onClose }: { duty: FilingDuty; onClose: () => void }) {
  const cache = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const end = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      const { number } = await post<{ number: string }>(`filing-findings/${duty.id}/cancellation`)
      toast(t('filing.findings.ended', { number }))
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
    await cache.invalidateQueries({ queryKey: ['filing-findings'] })
  }
  return (
    <Dialog title={t('filing.findings.endTitle', { about: duty.about })} open alert onClose={onClose}>
      <div className="stack">
        {refusal !== null && <Failure error={refusal} />}
        <p>{t('filing.findings.endSure')}</p>
        <div className="acts">
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button look="ink" onClick={end} disabled={busy}>
            {t('filing.findings.end')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
