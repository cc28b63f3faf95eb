import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Switch } from '../../design/switch.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'

/** Turns at once and turns back when the API refuses. */
export function AutoRenew({ name, ascii, on }: { name: string; ascii: string; on: boolean }) {
  const cache = useQueryClient()
  const [now, setNow] = useState<boolean | null>(null)
  const change = async (next: boolean) => {
    setNow(next)
    try {
      await put(`domains/${encodeURIComponent(ascii)}/auto-renew`, { on: next })
      await cache.invalidateQueries({ queryKey: ['domains'], refetchType: 'none' })
    } catch (refusal) {
      setNow(!next)
      toast(sentenceOf(refusal))
    }
  }
  return <Switch label={t('domains.autoRenewOf', { name })} on={now ?? on} onChange={change} />
}
