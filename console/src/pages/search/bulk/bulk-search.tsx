import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import { sessionQuery } from '../../../api/queries.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { sentenceOf } from '../../../design/sentence-of.ts'
import { toast } from '../../../design/toast.tsx'
import { count } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import type { useNameList } from '../../../list/use-name-list.ts'
import { Link } from '../../../router/link.tsx'
import { type BulkState, bulkStates } from './bulk-row.ts'
import { BulkRows } from './bulk-rows.tsx'
import { csvOfRows } from './csv-of-rows.ts'
import { useBulk } from './use-bulk.ts'
import './bulk.css'

const most = 100_000
/** More than this at once is not what a list is for. */
const mostToAdd = 100
const types: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Up to 100,000 names, pasted or from a file: one streamed answer. */
export default function BulkSearch({ list }: { list: ReturnType<typeof useNameList> }) {
  const session = useQuery(sessionQuery)
  const chooser = useRef<HTMLInputElement>(null)
  const bulk = useBulk()
  const [text, setText] = useState('')
  const [file, setFile] = useState<File | null>(null)
  const [over, setOver] = useState(false)
  const [only, setOnly] = useState<BulkState | null>(null)
  const names = namesIn(text)
  const type = file ? types[file.name.split('.').at(-1)?.toLowerCase() ?? ''] : 'text/plain'
  const why =
    session.data && !session.data.account
      ? t('bulk.signIn')
      : file && !type
        ? t('bulk.wrongFile')
        : !file && names.length === 0
          ? t('bulk.none')
          : names.length > most
            ? t('bulk.tooMany', { count: count(names.length), most: count(most) })
            : undefined
  const running = bulk.state === 'running'
  const shown = only === null ? bulk.rows : bulk.rows.filter(({ state }) => state === only)
  const free = bulk.rows.filter(({ state, price, ascii }) => state === 'free' && price && ascii && !list.has(ascii))
  const take = (chosen: File | undefined) => {
    if (chosen) setFile(chosen)
  }
  const addAll = async () => {
    try {
      for (const { name, ascii, price } of free.slice(0, mostToAdd))
        if (name && ascii && price) await list.add({ name, ascii, suffix: name.slice(name.indexOf('.') + 1), price })
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  const save = () => {
    const titles = ['line', 'typed', 'ascii', 'state', 'first', 'renew', 'why'] as const
    const csv = csvOfRows(
      bulk.rows,
      titles.map((title) => t(`bulk.csv.${title}`)),
      ({ state }) => t(`bulk.state.${state}`),
    )
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
    link.download = 'names.csv'
    link.click()
    URL.revokeObjectURL(link.href)
  }
  const total = file ? undefined : names.length
  return (
    <section aria-label={t('search.bulk')} className="bulk">
      {session.data && !session.data.account && (
        <Note tone="you">
          <p>
            {t('bulk.signIn')} <Link to="/sign-in">{t('nav.signIn')}</Link>
          </p>
        </Note>
      )}
      <label className="lab" htmlFor="names">
        {t('bulk.label')}
      </label>
      {file ? (
        <p className="file">
          <b>{file.name}</b>{' '}
          <Button look="text" size="s" onClick={() => setFile(null)}>
            {t('bulk.noFile')}
          </Button>
        </p>
      ) : (
        <textarea
          className={over ? 'in over' : 'in'}
          id="names"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onDragOver={(event: DragEvent) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event: DragEvent) => {
            event.preventDefault()
            setOver(false)
            take(event.dataTransfer.files[0])
          }}
          spellCheck={false}
          aria-describedby="bulk-help"
          placeholder={'山月茶.cn\nshanyuecha.com'}
        />
      )}
      <p className="help" id="bulk-help">
        {why ?? (file ? t('bulk.fileHelp') : t('bulk.count', { count: count(names.length), most: count(most) }))}
      </p>
      <input
        ref={chooser}
        type="file"
        className="vh"
        aria-label={t('bulk.chooseFile')}
        accept=".txt,.csv,.xlsx"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="acts bulk-acts">
        {running ? (
          <Button look="ink" onClick={bulk.cancel}>
            {t('bulk.cancel')}
          </Button>
        ) : (
          <Button
            look="ink"
            greyBecause={why ? 'bulk-help' : undefined}
            onClick={() => bulk.start(file ?? names.join('\n'), type ?? 'text/plain')}
          >
            {t('search.button')}
          </Button>
        )}
        <Button disabled={running} onClick={() => chooser.current?.click()}>
          {t('bulk.chooseFile')}
        </Button>
        {bulk.rows.length > 0 && !running && <Button onClick={save}>{t('bulk.save')}</Button>}
        {free.length > 0 && !running && (
          <Button onClick={addAll}>{t('bulk.addAll', { count: Math.min(free.length, mostToAdd) })}</Button>
        )}
      </div>
      {bulk.error !== null && <Failure error={bulk.error} />}
      {bulk.state !== 'idle' && (
        <>
          {running && (
            <progress
              aria-label={t('bulk.progress')}
              {...(total === undefined ? {} : { max: Math.max(1, total), value: bulk.rows.length })}
            />
          )}
          <p className="tally" role="status">
            {t(`bulk.${bulk.state}`, { read: count(Math.max(bulk.read, bulk.rows.length)) })}
          </p>
          <fieldset className="chips" aria-label={t('bulk.filter')}>
            <label className="chip">
              <input type="checkbox" checked={only === null} onChange={() => setOnly(null)} />
              <span>{t('bulk.all', { count: count(bulk.rows.length) })}</span>
            </label>
            {bulkStates
              .filter((state) => bulk.counts[state])
              .map((state) => (
                <label className="chip" key={state}>
                  <input
                    type="checkbox"
                    checked={only === state}
                    onChange={() => setOnly(only === state ? null : state)}
                  />
                  <span>
                    {t(`bulk.state.${state}`)} {count(bulk.counts[state] ?? 0)}
                  </span>
                </label>
              ))}
          </fieldset>
          <BulkRows rows={shown} list={list} />
        </>
      )}
    </section>
  )
}

function namesIn(text: string): string[] {
  return text.split(/[\s,;，；、]+/).filter((name) => name !== '')
}
