import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { upload } from '../../../api/client.ts'
import { type PhoneUpload, phoneUploadQuery } from '../../../api/filing.ts'
import type { Finding } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { knownText, t } from '../../../i18n/text.ts'
import { useParams } from '../../../router/place.ts'
import { Page } from '../../../shell/page.tsx'
import { PaperChecks } from '../../verification/paper-checks.tsx'
import { MorePapers } from '../more-papers.tsx'
import { always, extra } from '../paper-kinds.ts'
import { LivePhoto } from './live-photo.tsx'
import '../filing.css'
import '../../verification/verification-page.css'

/** The page that a phone opens by the code: it takes the papers of a filing, or its principal, and nothing else. */
export function PhonePage() {
  const { token } = useParams('/filing-upload/$token')
  const wanted = useQuery(phoneUploadQuery(token))
  const photo = wanted.data?.photo
  return (
    <Page title={t('filing.phone.title')} api="GET /v1/filing-uploads/…">
      <div className="head">
        <div>
          <h1>{t(photo ? 'filing.phone.photoTitle' : 'filing.phone.title')}</h1>
          <p>{t('filing.phone.lead')}</p>
        </div>
      </div>
      {wanted.isPending && <Skeleton rows={3} />}
      {wanted.isError && <Failure error={wanted.error} again={() => wanted.refetch()} />}
      {wanted.data && <Wanted token={token} wanted={wanted.data} />}
    </Page>
  )
}

function Wanted({ token, wanted }: { token: string; wanted: PhoneUpload }) {
  const [added, setAdded] = useState<string[]>([])
  const { have, photo, open, consent } = wanted
  if (!consent)
    return (
      <Note tone="you">
        <p>{t('filing.phone.consent')}</p>
      </Note>
    )
  if (photo?.stage === 'take')
    return <LivePhoto token={token} curtain={photo.way === 'curtain'} have={have.some(isPhoto)} />
  if (!open)
    return (
      <Note tone="plain">
        <p>{t('filing.phone.closed')}</p>
      </Note>
    )
  const kinds = [...new Set<string>([...always, ...have.map(({ kind }) => kind), ...added])]
  return (
    <>
      {kinds.map((kind) => (
        <Shot key={kind} token={token} kind={kind} have={have.some((one) => one.kind === kind)} />
      ))}
      <MorePapers kinds={extra.filter((kind) => !kinds.includes(kind))} onAdd={(kind) => setAdded([...added, kind])} />
    </>
  )
}

const isPhoto = ({ kind }: { kind: string }) => kind === 'person-photo'

/** One paper, by the camera at the back. */
function Shot({ token, kind, have }: { token: string; kind: string; have: boolean }) {
  const cache = useQueryClient()
  const camera = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [findings, setFindings] = useState<Finding[]>()
  const name = knownText(`filing.papers.kind.${kind}`) ?? kind
  const send = async (file: File | undefined) => {
    if (!file) return
    setBusy(true)
    setError(null)
    try {
      setFindings((await upload<{ findings: Finding[] }>(`filing-uploads/${token}/${kind}`, file)).findings)
      await cache.invalidateQueries({ queryKey: ['filing-upload', token] })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <section className="drop">
      <h2>{name}</h2>
      {have && <State shape="ok">{t('filing.phone.have')}</State>}
      {findings && <PaperChecks findings={findings} />}
      <input
        ref={camera}
        type="file"
        className="hidden"
        aria-label={t('identity.choose', { paper: name })}
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void send(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className="acts">
        <Button look={have ? 'line' : 'ink'} size="l" disabled={busy} onClick={() => camera.current?.click()}>
          {t(busy ? 'filing.phone.sending' : have ? 'filing.phone.retake' : 'filing.phone.shoot')}
        </Button>
      </div>
      {error !== null && <Failure error={error} />}
    </section>
  )
}
