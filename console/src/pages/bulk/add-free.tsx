import { useMemo, useState } from 'react'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { toast } from '../../design/toast.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import type { BulkRow } from './bulk-row.ts'
import { freeToAdd } from './free-to-add.ts'

interface Props {
  rows: readonly BulkRow[]
  list: ReturnType<typeof useNameList>
}

/** Puts every free name into the list, as far as the list has room. */
export function AddFree({ rows, list }: Props) {
  const [added, setAdded] = useState<number | null>(null)
  const { free, fitting } = useMemo(() => freeToAdd(rows, list.items), [rows, list.items])
  const add = async () => {
    setAdded(0)
    try {
      await list.addMany(fitting, setAdded)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    } finally {
      setAdded(null)
    }
  }
  if (added !== null)
    return (
      <Button aria-disabled aria-busy>
        {t('bulk.adding', { added: count(added), total: count(fitting.length) })}
      </Button>
    )
  if (free === 0) return null
  const full = fitting.length < free
  return (
    <>
      <Button greyBecause={fitting.length === 0 ? 'list-full' : undefined} onClick={add}>
        {fitting.length === 0
          ? t('bulk.addAll', { count: free, shown: count(free) })
          : t(full ? 'bulk.addSome' : 'bulk.addAll', { count: fitting.length, shown: count(fitting.length) })}
      </Button>
      {full && (
        <p className="help" id="list-full">
          {t('bulk.listFull', { free: count(free) })}
        </p>
      )}
    </>
  )
}
