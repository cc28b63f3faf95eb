import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { SearchRow } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { Skeleton } from '../../design/skeleton.tsx'
import { toast } from '../../design/toast.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { useNameList } from '../../list/use-name-list.ts'
import { ResultRow } from './result-row.tsx'

const most = 500

/** Up to 500 pasted names, one a line or parted by commas and spaces. */
export function BulkSearch({
  list,
  onSearch,
}: {
  list: ReturnType<typeof useNameList>
  onSearch: (q: string) => void
}) {
  const [text, setText] = useState('')
  const [rows, setRows] = useState<SearchRow[] | null>(null)
  const [asking, setAsking] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const names = namesIn(text)
  const why =
    names.length === 0
      ? t('bulk.none')
      : names.length > most
        ? t('bulk.tooMany', { count: names.length, most })
        : undefined
  const ask = async () => {
    setAsking(true)
    setError(null)
    try {
      setRows((await post<{ rows: SearchRow[] }>('search', { names })).rows)
    } catch (refusal) {
      setError(refusal)
    }
    setAsking(false)
  }
  const free = rows?.filter((row) => row.state === 'free' && row.price && !list.has(row.ascii)) ?? []
  const addAll = async () => {
    try {
      for (const row of free)
        if (row.price)
          await list.add({ name: row.name, ascii: row.ascii, suffix: suffixOf(row.name), price: row.price })
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <section aria-label={t('search.bulk')}>
      <label className="lab" htmlFor="names">
        {t('bulk.label')}
      </label>
      <textarea
        className="in"
        id="names"
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        aria-describedby="bulk-help"
        placeholder={'山月茶.cn\nshanyuecha.com'}
      />
      <p className="help" id="bulk-help">
        {why ?? t('bulk.count', { count: names.length, most })}
      </p>
      <div className="acts bulk-acts">
        <Button look="ink" greyBecause={why ? 'bulk-help' : undefined} onClick={ask}>
          {t('search.button')}
        </Button>
        {free.length > 0 && <Button onClick={addAll}>{t('bulk.addAll', { count: free.length })}</Button>}
      </div>
      {error !== null && <Failure error={error} again={ask} />}
      {asking && <Skeleton rows={Math.min(8, names.length)} />}
      {rows && !asking && (
        <>
          <p className="tally" role="status">
            {t('bulk.tally', {
              total: count(rows.length),
              free: count(rows.filter((row) => row.state === 'free').length),
            })}
          </p>
          <ul className="rows">
            {rows.map((row) => (
              <ResultRow
                key={row.id}
                row={row}
                answer={{ ...row, early: false }}
                ended
                inList={list.has(row.ascii)}
                onSearch={onSearch}
                onToggle={() =>
                  list.has(row.ascii)
                    ? list.drop(row.ascii)
                    : row.price &&
                      list.add({ name: row.name, ascii: row.ascii, suffix: suffixOf(row.name), price: row.price })
                }
              />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

const suffixOf = (name: string) => name.slice(name.indexOf('.') + 1)

function namesIn(text: string): string[] {
  return [...new Set(text.split(/[\s,;，；、]+/).filter((name) => name !== ''))]
}
