import { type InfiniteData, type Query, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import type { DomainPage } from '../../api/types.ts'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Switch } from '../../design/switch.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { withAutoRenew } from './with-auto-renew.ts'

/** Lists are kept by their filter; below a name is something else. */
const isList = ({ queryKey }: Query) => typeof queryKey[1] === 'object'

/** Turns at once and turns back when the API refuses. */
export function AutoRenew({ name, ascii, on }: { name: string; ascii: string; on: boolean }) {
  const cache = useQueryClient()
  const [now, setNow] = useState<boolean | null>(null)
  const change = async (next: boolean) => {
    setNow(next)
    try {
      await put(`domains/${encodeURIComponent(ascii)}/auto-renew`, { on: next })
      cache.setQueriesData<InfiniteData<DomainPage>>({ queryKey: ['domains'], predicate: isList }, (pages) =>
        withAutoRenew(pages, { ascii, on: next }),
      )
      await cache.invalidateQueries({ queryKey: ['domains'], refetchType: 'none' })
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    // From here on the list says it, also when many are switched at once.
    setNow(null)
  }
  return <Switch label={t('domains.autoRenewOf', { name })} on={now ?? on} onChange={change} />
}
