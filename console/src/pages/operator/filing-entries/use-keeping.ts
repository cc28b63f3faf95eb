import { useState } from 'react'
import { toast } from '../../../design/toast.tsx'
import { t } from '../../../i18n/text.ts'

/** What is written down of an entry by hand: sent once, said when it is kept, and shown when it is refused. */
export function useKeeping(onDone: () => Promise<unknown>) {
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  /** @param wanting whether something is still to be filled in: it is shown, and nothing is sent */
  const keep = async (wanting: boolean, send: () => Promise<unknown>) => {
    setTried(true)
    if (wanting) return
    setBusy(true)
    setError(null)
    try {
      await send()
      toast(t('filing.entries.kept'))
      await onDone()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return { tried, busy, error, keep }
}
