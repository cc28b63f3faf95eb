import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { upload } from '../../../api/client.ts'
import type { Finding } from '../../../api/types.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { t } from '../../../i18n/text.ts'
import { PaperChecks } from '../../verification/paper-checks.tsx'

/** The picture in the camera's own size: nothing is gained by a smaller one. */
const asked = { video: { facingMode: 'user', width: { ideal: 1280 }, height: { ideal: 1280 } }, audio: false } as const

/** The principal before the camera: taken here and now, looked at, then sent. Without a camera in the page the system's takes it. */
export function LivePhoto({ token, curtain, have }: { token: string; curtain: boolean; have: boolean }) {
  const cache = useQueryClient()
  const video = useRef<HTMLVideoElement>(null)
  const system = useRef<HTMLInputElement>(null)
  const [stream, setStream] = useState<MediaStream>()
  const [shot, setShot] = useState<{ blob: Blob; url: string }>()
  const [none, setNone] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [findings, setFindings] = useState<Finding[]>()

  useEffect(() => {
    if (video.current && stream) video.current.srcObject = stream
    return () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
  }, [stream])
  useEffect(() => () => URL.revokeObjectURL(shot?.url ?? ''), [shot])

  const start = async () => {
    setShot(undefined)
    setFindings(undefined)
    setError(null)
    try {
      setStream(await navigator.mediaDevices.getUserMedia(asked))
    } catch {
      // No camera, not allowed, or a page without TLS.
      setNone(true)
    }
  }
  const take = () => {
    const from = video.current
    if (!from) return
    const canvas = document.createElement('canvas')
    canvas.width = from.videoWidth
    canvas.height = from.videoHeight
    canvas.getContext('2d')?.drawImage(from, 0, 0)
    canvas.toBlob(
      (blob) => {
        if (blob) setShot({ blob, url: URL.createObjectURL(blob) })
        setStream(undefined)
      },
      'image/jpeg',
      0.95,
    )
  }
  const send = async (picture: Blob, live: boolean) => {
    setBusy(true)
    setError(null)
    try {
      const path = `filing-uploads/${token}/person-photo${live ? '?live=1' : ''}`
      setFindings((await upload<{ findings: Finding[] }>(path, picture)).findings)
      setShot(undefined)
      await cache.invalidateQueries({ queryKey: ['filing-upload', token] })
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  return (
    <section className="drop live">
      <p>{t(curtain ? 'filing.check.curtainRules' : 'filing.check.faceRules')}</p>
      {have && (
        <Note tone="ok">
          <p>{t('filing.phone.done')}</p>
        </Note>
      )}
      {stream && <video ref={video} autoPlay playsInline muted aria-label={t('filing.phone.view')} />}
      {shot && <img src={shot.url} alt={t('filing.phone.taken')} />}
      {findings && <PaperChecks findings={findings} />}
      {error !== null && <Failure error={error} />}
      {none && <p className="soft">{t('filing.phone.noCamera')}</p>}
      <div className="acts">
        {stream && (
          <Button look="main" size="l" onClick={take}>
            {t('filing.phone.shoot')}
          </Button>
        )}
        {shot && (
          <Button look="main" size="l" disabled={busy} onClick={() => send(shot.blob, true)}>
            {t(busy ? 'filing.phone.sending' : 'filing.phone.send')}
          </Button>
        )}
        {!stream && !none && (
          <Button look={shot || have ? 'line' : 'main'} size="l" disabled={busy} onClick={start}>
            {t(shot || have ? 'filing.phone.retake' : 'filing.phone.start')}
          </Button>
        )}
        {none && (
          <>
            <input
              ref={system}
              type="file"
              className="hidden"
              aria-label={t('identity.choose', { paper: t('filing.papers.kind.person-photo') })}
              accept="image/*"
              capture="user"
              onChange={(event) => {
                const file = event.target.files?.[0]
                if (file) void send(file, false)
                event.target.value = ''
              }}
            />
            <Button look={have ? 'line' : 'main'} size="l" disabled={busy} onClick={() => system.current?.click()}>
              {t(busy ? 'filing.phone.sending' : have ? 'filing.phone.retake' : 'filing.phone.shoot')}
            </Button>
          </>
        )}
      </div>
    </section>
  )
}
