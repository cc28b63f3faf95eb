import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post, query } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { count, dayAndTime } from '../../../i18n/format.ts'
import { sentence } from '../../../i18n/locale.ts'
import { knownText, t } from '../../../i18n/text.ts'
import { Link } from '../../../router/link.tsx'
import { useParams } from '../../../router/place.ts'
import { bureauName } from '../filings/stopped-lines.tsx'
import { OperatorFrame } from '../operator-frame.tsx'
import { bureauFileQuery, type KeptFile, type ShownFile } from './bureau-files.ts'
import { shapeOf } from './shape-of.ts'
import './bureau-files.css'

/** One file as its reader reads it: value by value, with what may be about a person hidden until it is opened. */
export function BureauFilePage() {
  const { direction, id } = useParams('/operator/bureau-files/$direction/$id')
  return (
    <OperatorFrame
      needs="reviewer"
      title={t('bureauFiles.title')}
      api={`GET /v1/operator/bureau-files/${direction}/${id}`}
    >
      {() => <File key={`${direction} ${id}`} direction={direction} id={id} />}
    </OperatorFrame>
  )
}

function File({ direction, id }: { direction: string; id: string }) {
  const [from, setFrom] = useState(0)
  const shown = useQuery(bureauFileQuery(direction, id, from))
  const [opened, setOpened] = useState<ShownFile>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<unknown>(null)
  const open = async () => {
    setBusy(true)
    setRefusal(null)
    const rest = query({ from: from ? String(from) : undefined })
    await post<ShownFile>(`operator/bureau-files/${direction}/${id}/views?${rest}`).then(setOpened, setRefusal)
    setBusy(false)
  }
  if (shown.isPending) return <Skeleton rows={8} />
  if (shown.isError)
    return (
      <>
        <h1>{t('bureauFiles.title')}</h1>
        <Failure error={shown.error} again={() => shown.refetch()} />
      </>
    )
  const { file } = shown.data
  const seen = opened ?? shown.data
  const turn = (to: number) => {
    setOpened(undefined)
    setFrom(to)
  }
  return (
    <>
      <p className="crumb">
        <Link to="/operator/bureau-files" search={{ direction: file.direction, bureau: file.bureau }}>
          {t('bureauFiles.title')}
        </Link>
        {'\u2003›\u2003'}
        {bureauName(file)}
      </p>
      <div className="head">
        <div>
          <h1 className="breaks">{file.fileName}</h1>
          <p>{seen.kinds.map((kind) => knownText(`bureauFiles.kind.${kind}`) ?? kind).join(t('listComma'))}</p>
        </div>
      </div>
      <div className="stack-l">
        <FileFacts file={file} />
        {seen.content === 'read' ? (
          <section className="sec">
            <h2>{t('bureauFiles.values', { count: seen.total })}</h2>
            {refusal !== null && <Failure error={refusal} />}
            {seen.hidden ? (
              <Note tone="plain">
                <p>{t('bureauFiles.hidden')}</p>
                <Button size="s" disabled={busy} onClick={open}>
                  {busy ? t('signIn.busy') : t('bureauFiles.open')}
                </Button>
              </Note>
            ) : (
              <Note tone="you">
                <p>{t('bureauFiles.opened')}</p>
              </Note>
            )}
            {seen.setAside.map(({ at, because }) => (
              <State key={at} shape="fail">
                {t('bureauFiles.setAside', { at })} {because}
              </State>
            ))}
            <Values fields={seen.fields} />
            {seen.total > seen.fields.length && (
              <p className="acts">
                <span className="soft">
                  {t('bureauFiles.part', { from: count(from + 1), until: count(from + seen.fields.length) })}
                </span>
                {from > 0 && <Button onClick={() => turn(0)}>{t('bureauFiles.first')}</Button>}
                {from + seen.fields.length < seen.total && (
                  <Button onClick={() => turn(from + seen.fields.length)}>{t('bureauFiles.next')}</Button>
                )}
              </p>
            )}
          </section>
        ) : (
          <Note tone="fail">
            <p>{t(`bureauFiles.content.${seen.content}`)}</p>
          </Note>
        )}
      </div>
    </>
  )
}

function FileFacts({ file }: { file: KeptFile }) {
  return (
    <dl className="facts">
      <div>
        <dt>{t('bureauFiles.state')}</dt>
        <dd>
          <State shape={shapeOf(file.state)}>{t(`bureauFiles.state.${file.state}`)}</State>
          {file.message && <p className="soft breaks">{[file.code, file.message].filter(Boolean).join(' ')}</p>}
        </dd>
      </div>
      {file.sequence !== null && (
        <div>
          <dt>{t('bureauFiles.number')}</dt>
          <dd>{t('bureauFiles.sequence', { sequence: file.sequence })}</dd>
        </div>
      )}
      {file.filing && (
        <div>
          <dt>{t('bureauFiles.filing')}</dt>
          <dd>
            <Link to="/operator/filings/$number" params={{ number: file.filing }}>
              {file.filing}
            </Link>
          </dd>
        </div>
      )}
      <div>
        <dt>{t(file.direction === 'sent' ? 'bureauFiles.made' : 'bureauFiles.taken')}</dt>
        <dd>{dayAndTime(file.at)}</dd>
      </div>
      {file.changedAt && (
        <div>
          <dt>{t('bureauFiles.changed')}</dt>
          <dd>{dayAndTime(file.changedAt)}</dd>
        </div>
      )}
      <div>
        <dt>{t('bureauFiles.hash')}</dt>
        <dd>
          <code className="breaks">{file.hash}</code>
        </dd>
      </div>
      <div>
        <dt>{t('bureauFiles.version')}</dt>
        <dd>{file.profile}</dd>
      </div>
    </dl>
  )
}

function Values({ fields }: { fields: ShownFile['fields'] }) {
  return (
    <dl className="facts file-values">
      {fields.map(({ at, words, shown, value, bytes }) => (
        <div key={at}>
          <dt>
            {words ? sentence(words) : t('bureauFiles.unknownField')}
            <code className="breaks small">{at.replace(/^\w+\./, '')}</code>
          </dt>
          <dd className="breaks">
            {shown === 'file' ? t('bureauFiles.bytes', { bytes: count(bytes ?? 0) }) : value || '–'}
          </dd>
        </div>
      ))}
    </dl>
  )
}
