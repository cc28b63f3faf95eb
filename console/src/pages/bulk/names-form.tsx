import { useQuery } from '@tanstack/react-query'
import { type DragEvent, useMemo, useRef, useState } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import { Button } from '../../design/button.tsx'
import { Note } from '../../design/note.tsx'
import { count } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { type NameFile, readNameFile } from './name-file.ts'
import { namesIn } from './names-in.ts'
import type { Question } from './use-bulk.ts'

const most = 100_000

interface Props {
  running: boolean
  onStart: (question: Question) => void
  onStop: () => void
}

/** Names pasted into a field or taken from a file, chosen or dropped anywhere on the form. */
export function NamesForm({ running, onStart, onStop }: Props) {
  const { data: session } = useQuery(sessionQuery)
  const chooser = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState<NameFile | null>(null)
  const [over, setOver] = useState(false)
  const names = useMemo(() => namesIn(text), [text])
  const stranger = session !== undefined && !session.account
  const found = chosen && 'type' in chosen ? chosen.names : names.length
  const why = stranger ? t('bulk.signIn') : whyNot(chosen, found)
  const take = async (file: File | undefined) => {
    if (file) setChosen(await readNameFile(file))
  }
  const ask = () => {
    if (!chosen) onStart({ body: names.join('\n'), type: 'text/plain', names: names.length })
    else if ('type' in chosen) onStart({ body: chosen.file, type: chosen.type, names: chosen.names })
  }
  return (
    <form
      className={over ? 'names over' : 'names'}
      aria-label={t('search.bulk')}
      onSubmit={(event) => event.preventDefault()}
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
    >
      {stranger && (
        <Note tone="you">
          <p>
            {t('bulk.signIn')}{' '}
            <Link to="/sign-in" search={{ next: '/bulk' }}>
              {t('nav.signIn')}
            </Link>
          </p>
        </Note>
      )}
      {chosen ? (
        <p className="file">
          <b>{chosen.file.name}</b>
          <Button look="text" size="s" onClick={() => setChosen(null)}>
            {t('bulk.noFile')}
          </Button>
        </p>
      ) : (
        <>
          <label className="lab" htmlFor="names">
            {t('bulk.label')}
          </label>
          <textarea
            className="in"
            id="names"
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby="bulk-help"
            placeholder={'山月茶.cn\nshanyuecha.com'}
          />
        </>
      )}
      <p
        className={isWrong(chosen, found) ? 'err st st--fail' : 'help'}
        id="bulk-help"
        role={chosen ? 'status' : undefined}
      >
        {why ??
          (found === undefined
            ? t('bulk.fileHelp')
            : t('bulk.count', { count: found, shown: count(found), most: count(most) }))}
      </p>
      <input
        ref={chooser}
        type="file"
        className="vh"
        tabIndex={-1}
        aria-label={t('bulk.chooseFile')}
        accept=".txt,.csv,.xlsx"
        onChange={(event) => {
          take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="acts">
        {running ? (
          <Button look="ink" onClick={onStop}>
            {t('bulk.cancel')}
          </Button>
        ) : (
          <Button look="ink" greyBecause={why ? 'bulk-help' : undefined} onClick={ask}>
            {t('search.button')}
          </Button>
        )}
        <Button disabled={running} onClick={() => chooser.current?.click()}>
          {t('bulk.chooseFile')}
        </Button>
      </div>
    </form>
  )
}

/** @param found names there are, undefined when only reading the file can tell */
function whyNot(chosen: NameFile | null, found: number | undefined): string | undefined {
  if (chosen && 'refused' in chosen) return t(chosen.refused)
  if (found === 0) return t('bulk.none')
  if (found !== undefined && found > most) return t('bulk.tooMany', { count: count(found), most: count(most) })
  return undefined
}

function isWrong(chosen: NameFile | null, found: number | undefined): boolean {
  return (chosen !== null && 'refused' in chosen) || (found ?? 0) > most
}
