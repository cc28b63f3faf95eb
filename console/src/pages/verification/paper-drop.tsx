import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { type DragEvent, useId, useRef, useState } from 'react'
import { remove, upload } from '../../api/client.ts'
import { ApiProblem } from '../../api/problem.ts'
import type { Finding, Paper, PaperKind } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { State } from '../../design/state.tsx'
import { toast } from '../../design/toast.tsx'
import { dayAndTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { PaperChecks } from './paper-checks.tsx'
import { usePreview } from './use-preview.ts'

/** One photograph: dropped, chosen or taken; told at once what is wrong with it. */
export function PaperDrop({
  path,
  refreshes,
  kind,
  optional = false,
  paper,
  onAnyway,
}: {
  /** Where this photograph is kept. */
  path: string
  refreshes: QueryKey
  kind: PaperKind
  /** It may be left out. */
  optional?: boolean
  paper: Paper | undefined
  /** Takes the photograph though there is something to be said of it; absent: nothing to decide. */
  onAnyway?: (() => void) | undefined
}) {
  const cache = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const label = useId()
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const preview = usePreview()
  // A photograph that was looked at and not taken: what is wrong with it stands in the list of checks.
  const refused = error instanceof ApiProblem && error.findings.length > 0 ? error.findings : undefined
  const refresh = () => cache.invalidateQueries({ queryKey: refreshes })
  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setError(null)
    preview.show(file)
    try {
      await upload<{ findings: Finding[] }>(path, file)
      await refresh()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void send(event.dataTransfer.files[0])
  }
  const takeBack = async () => {
    try {
      await remove(path)
      preview.show(null)
      await refresh()
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <fieldset
      className={over ? 'drop over' : 'drop'}
      aria-labelledby={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3 id={label}>
        {t(`identity.kind.${kind}`)}
        {optional && t('identity.optional')}
      </h3>
      {(paper ?? refused) ? (
        <div className="looked" role={refused ? 'alert' : undefined}>
          {preview.url && (
            <img className="paper" src={preview.url} alt={t('identity.preview')} onError={() => preview.show(null)} />
          )}
          <div>
            {refused === undefined && paper && (
              <p>
                <State shape="ok">
                  {t('identity.kept', { time: dayAndTime(paper.uploadedAt), size: `${paper.width}×${paper.height}` })}
                </State>
              </p>
            )}
            <PaperChecks findings={refused ?? paper?.findings ?? []} />
          </div>
        </div>
      ) : (
        <p className="soft">{t(`identity.how.${kind}`)}</p>
      )}
      <input
        ref={chooser}
        type="file"
        className="hidden"
        aria-label={t('identity.choose', { paper: t(`identity.kind.${kind}`) })}
        accept="image/*,.heic,.heif"
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="acts">
        <Button look={paper ? 'line' : 'ink'} disabled={busy} onClick={() => chooser.current?.click()}>
          {busy ? t('identity.sending') : t(paper || refused ? 'identity.again' : 'identity.chooseShort')}
        </Button>
        {onAnyway && !refused && (
          <Button look="text" size="s" disabled={busy} onClick={onAnyway}>
            {t('identity.anyway')}
          </Button>
        )}
        {paper && (
          <Button look="text" size="s" disabled={busy} onClick={takeBack}>
            {t('identity.takeBack')}
          </Button>
        )}
        <span className="small muted">{t('identity.limits')}</span>
      </div>
      {error !== null && !refused && <Failure error={error} />}
    </fieldset>
  )
}
