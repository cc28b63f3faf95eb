import { useMemo, useState } from 'react'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import { AddFree } from './add-free.tsx'
import { type BulkRow, type BulkState, bulkStates } from './bulk-row.ts'
import { BulkRows } from './bulk-rows.tsx'
import { csvOfRows } from './csv-of-rows.ts'
import type { useBulk } from './use-bulk.ts'
import { whyOfRow } from './why-of-row.ts'

interface Props {
  bulk: ReturnType<typeof useBulk>
  list: ReturnType<typeof useNameList>
}

const titles = ['line', 'typed', 'name', 'ascii', 'state', 'first', 'renew', 'why'] as const

/** How far the search is, what it found, and what can be done with that. */
export function BulkAnswer({ bulk, list }: Props) {
  const [only, setOnly] = useState<BulkState | null>(null)
  const { rows, counts, answered, total, state, at } = bulk
  const running = state === 'running'
  const shown = useMemo(() => (only === null ? rows : rows.filter((row) => row.state === only)), [rows, only])
  const whyOf = (row: BulkRow) => whyOfRow(row, at, running)
  const save = () => {
    const csv = csvOfRows(rows, {
      titles: titles.map((title) => t(`bulk.csv.${title}`)),
      stateOf: (row) => t(`bulk.state.${row.state}`),
      whyOf,
    })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
    link.download = 'names.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section aria-label={t('search.results')} className="answer" aria-busy={running}>
      {running && (
        <div className="course-of">
          <progress aria-label={t('bulk.progress')} max={Math.max(1, total)} value={answered} />
          <p className="num">{t('bulk.progressText', { answered: count(answered), total: count(total) })}</p>
        </div>
      )}
      {/* Said once for each turn, not with every number. */}
      <p role="status" className={running ? 'vh' : 'ended'}>
        {t(`bulk.${state}`, {
          count: total,
          shown: count(total),
          answered: count(answered),
          free: count(counts.free ?? 0),
        })}
      </p>
      {bulk.readAs && <p className="small muted">{t('bulk.readAs', { encoding: bulk.readAs })}</p>}
      {bulk.error !== null && <Failure error={bulk.error} />}
      {running && rows.length === 0 && <Skeleton rows={4} />}
      {rows.length > 0 && (
        <>
          <fieldset className="chips">
            <legend className="vh">{t('bulk.filter')}</legend>
            <Choice text={t('bulk.all')} many={rows.length} on={only === null} onChoose={() => setOnly(null)} />
            {bulkStates
              .filter((each) => counts[each] || each === only)
              .map((each) => (
                <Choice
                  key={each}
                  text={t(`bulk.state.${each}`)}
                  many={counts[each] ?? 0}
                  on={only === each}
                  onChoose={() => setOnly(each)}
                />
              ))}
          </fieldset>
          {!running && (
            <div className="acts">
              <AddFree rows={rows} list={list} />
              <Button onClick={save}>{t('bulk.save')}</Button>
            </div>
          )}
          <BulkRows rows={shown} whyOf={whyOf} list={list} />
        </>
      )}
    </section>
  )
}

function Choice({ text, many, on, onChoose }: { text: string; many: number; on: boolean; onChoose: () => void }) {
  return (
    <label className="chip">
      <input type="radio" name="bulk-state" checked={on} onChange={onChoose} />
      <span>
        {text}
        <b className="num">{count(many)}</b>
      </span>
    </label>
  )
}
