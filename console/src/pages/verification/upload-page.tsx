import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { get, upload } from '../../api/client.ts'
import type { Finding, PaperKind } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { PaperChecks } from './paper-checks.tsx'
import './verification-page.css'

interface Wanted {
  needed: PaperKind[]
  /** May be handed in besides. */
  offered: PaperKind[]
  have: PaperKind[]
  consent: boolean
}

/** The page that a phone opens by the QR code: it takes the photographs, and nothing else. */
export function UploadPage() {
  const { token } = useParams('/upload/$token')
  const wanted = useQuery({
    queryKey: ['upload', token],
    queryFn: ({ signal }) => get<Wanted>(`uploads/${token}`, signal),
  })
  const all = wanted.data?.needed.every((kind) => wanted.data.have.includes(kind))
  return (
    <Page title={t('upload.title')} api={`GET /v1/uploads/…`}>
      <div className="head">
        <div>
          <h1>{t('upload.title')}</h1>
          <p>{t('upload.lead')}</p>
        </div>
      </div>
      {wanted.isPending && <Skeleton rows={3} />}
      {wanted.isError && <Failure error={wanted.error} again={() => wanted.refetch()} />}
      {wanted.data && !wanted.data.consent && (
        <Note tone="you">
          <p>{t('upload.consentFirst')}</p>
        </Note>
      )}
      {wanted.data?.consent &&
        [...wanted.data.needed, ...wanted.data.offered].map((kind) => (
          <Shot
            key={kind}
            token={token}
            kind={kind}
            optional={wanted.data.offered.includes(kind)}
            have={wanted.data.have.includes(kind)}
          />
        ))}
      {all && (
        <Note tone="ok">
          <p>{t('upload.done')}</p>
        </Note>
      )}
    </Page>
  )
}

function Shot({
  token,
  kind,
  optional,
  have,
}: {
  token: string
  kind: PaperKind
  /** It may be left out. */
  optional: boolean
  have: boolean
}) {
  const cache = useQueryClient()
  const camera = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [findings, setFindings] = useState<Finding[] | null>(null)
  const send = async (file: File | undefined) => {
    if (!file || busy) return
    setBusy(true)
    setError(null)
    setFindings(null)
    try {
      const answer = await upload<{ findings: Finding[] }>(`uploads/${token}/${kind}`, file)
      setFindings(answer.findings)
      await cache.invalidateQueries({ queryKey: ['upload', token] })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <section className="drop">
      <h2>
        {t(`identity.kind.${kind}`)}
        {optional && t('identity.optional')}
      </h2>
      {have ? <State shape="ok">{t('upload.have')}</State> : <p className="soft">{t(`identity.how.${kind}`)}</p>}
      {findings && <PaperChecks findings={findings} />}
      <input
        ref={camera}
        type="file"
        className="hidden"
        aria-label={t('identity.choose', { paper: t(`identity.kind.${kind}`) })}
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="acts">
        <Button look={have ? 'line' : 'main'} size="l" disabled={busy} onClick={() => camera.current?.click()}>
          {busy ? t('identity.sending') : t(have ? 'identity.again' : 'upload.shoot')}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
    </section>
  )
}
