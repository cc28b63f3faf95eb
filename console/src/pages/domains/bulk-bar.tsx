import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import type { DomainRow } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { toast } from '../../design/toast.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

interface Props {
  items: DomainRow[]
  loaded: number
  onAll: () => void
  onNone: () => void
}

/** What can be done with many names at once. */
export function BulkBar({ items, loaded, onAll, onNone }: Props) {
  const cache = useQueryClient()
  const [done, setDone] = useState<number | null>(null)
  const autoRenew = async (on: boolean) => {
    setDone(0)
    try {
      for (const [index, item] of items.entries()) {
        if (item.autoRenew !== on) await put(`domains/${encodeURIComponent(item.ascii)}/auto-renew`, { on })
        setDone(index + 1)
      }
      toast(t('domains.bulkDone', { count: items.length }))
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    setDone(null)
    await cache.invalidateQueries({ queryKey: ['domains'] })
  }
  return (
    <div className="bulkbar" role="toolbar" aria-label={t('domains.bulk')}>
      <b>
        {done === null
          ? t('domains.chosen', { count: count(items.length) })
          : t('domains.bulkRunning', { done, count: items.length })}
      </b>
      <Button size="s" disabled={done !== null} onClick={() => autoRenew(true)}>
        {t('domains.autoOn')}
      </Button>
      <Button size="s" disabled={done !== null} onClick={() => autoRenew(false)}>
        {t('domains.autoOff')}
      </Button>
      <Button size="s" onClick={onAll}>
        {t('domains.chooseLoaded', { count: loaded })}
      </Button>
      <Button size="s" onClick={onNone}>
        {t('cancel')}
      </Button>
    </div>
  )
}
