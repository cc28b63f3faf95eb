import { type ReactNode, useState } from 'react'
import { t } from '../i18n/text.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { Failure } from './failure.tsx'

interface Props {
  title: string
  /** What the button that does it says. */
  sure: string
  /** False while what follows from it is not known yet. */
  ready?: boolean
  /** Does it; a refusal stays in the dialog, which closes when it is done. */
  onSure: () => Promise<unknown>
  onClose: () => void
  children: ReactNode
}

/** Asks once more before something that cannot be taken back: what follows from it is said first. */
export function SureDialog({ title, sure, ready = true, onSure, onClose, children }: Props) {
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const go = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      await onSure()
      onClose()
    } catch (problem) {
      setRefusal(problem)
      setBusy(false)
    }
  }
  return (
    <Dialog title={title} open alert onClose={onClose}>
      <div className="stack">
        {children}
        {refusal !== null && <Failure error={refusal} />}
        <div className="acts">
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button look="ink" onClick={go} disabled={busy || !ready}>
            {busy ? t('signIn.busy') : sure}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
