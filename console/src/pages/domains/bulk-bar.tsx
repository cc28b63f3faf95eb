import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { put } from '../../api/client.ts'
import { inTurn } from '../../api/in-turn.ts'
import { type DomainFilter, matchingNames } from '../../api/queries.ts'
import type { ChosenName } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { toast } from '../../design/toast.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { RenewManyDialog } from './renew-many-dialog.tsx'

interface Props {
  chosen: readonly ChosenName[]
  /** How many match; null when a filter makes it unknown. */
  total: number | null
  filter: DomainFilter
  onChoose: (items: readonly ChosenName[]) => void
}

/** What can be done with many names at once. */
export function BulkBar({ chosen, total, filter, onChoose }: Props) {
  const cache = useQueryClient()
  const [done, setDone] = useState<number | null>(null)
  const [finding, setFinding] = useState(false)
  const [renewing, setRenewing] = useState(false)
  const autoRenew = async (on: boolean) => {
    setDone(0)
    try {
      const change = async ({ ascii, autoRenew }: ChosenName) =>
        autoRenew === on || put(`domains/${encodeURIComponent(ascii)}/auto-renew`, { on })
      await inTurn(chosen, change, setDone)
      toast(t('domains.bulkDone', { count: chosen.length }))
      onChoose(chosen.map((item) => ({ ...item, autoRenew: on })))
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    setDone(null)
    await cache.invalidateQueries({ queryKey: ['domains'] })
  }
  const chooseAll = async () => {
    setFinding(true)
    try {
      const { items, more } = await matchingNames(filter)
      onChoose(items)
      if (more) toast(t('domains.chosenMost', { count: count(items.length) }))
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
    setFinding(false)
  }
  const busy = done !== null || finding
  return (
    <div className="bulkbar" role="toolbar" aria-label={t('domains.bulk')}>
      <b role="status">
        {done === null
          ? t('domains.chosen', { count: count(chosen.length) })
          : t('domains.bulkRunning', { done, count: chosen.length })}
      </b>
      <Button size="s" disabled={busy} onClick={() => setRenewing(true)}>
        {t('domains.renew')}
      </Button>
      <Button size="s" disabled={busy} onClick={() => autoRenew(true)}>
        {t('domains.autoOn')}
      </Button>
      <Button size="s" disabled={busy} onClick={() => autoRenew(false)}>
        {t('domains.autoOff')}
      </Button>
      {chosen.length !== total && (
        <Button size="s" disabled={busy} onClick={chooseAll}>
          {total === null ? t('domains.chooseMatching') : t('domains.chooseAll', { count: count(total) })}
        </Button>
      )}
      <Button size="s" onClick={() => onChoose([])}>
        {t('cancel')}
      </Button>
      {renewing && <RenewManyDialog names={chosen} onClose={() => setRenewing(false)} />}
    </div>
  )
}
