import { useRef, useState } from 'react'
import { post, upload } from '../../../api/client.ts'
import type { Filing } from '../../../api/filing.ts'
import { Button } from '../../../design/button.tsx'
import { QrCode } from '../../../design/qr-code.tsx'
import { State } from '../../../design/state.tsx'
import { clockTime, dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { PaperChecks } from '../../verification/paper-checks.tsx'
import type { Act } from './act.ts'

interface Props {
  filing: Filing
  curtain: boolean
  act: Act
  busy: boolean
}

/** The photograph: by the phone that scans the code, or before the curtain by any camera. */
export function TakePhoto({ filing, curtain, act, busy }: Props) {
  const chooser = useRef<HTMLInputElement>(null)
  const [link, setLink] = useState<{ url: string; expiresAt: string }>()
  const photo = filing.papers.find(({ kind }) => kind === 'person-photo')
  const { number } = filing
  return (
    <>
      <p>{t(curtain ? 'filing.check.curtainRules' : 'filing.check.face')}</p>
      {!curtain && <p className="soft">{t('filing.check.faceRules')}</p>}
      {link ? (
        <div className="scan">
          <QrCode text={link.url} label={t('filing.check.qr')} />
          <div className="stack">
            <p>{t('filing.check.scan', { time: clockTime(link.expiresAt) })}</p>
            <p>
              <a href={link.url}>{t('filing.check.here')}</a>
            </p>
          </div>
        </div>
      ) : (
        <div className="acts">
          <Button
            look={photo ? 'line' : 'ink'}
            disabled={busy}
            onClick={() => act(async () => setLink(await post(`filings/${number}/upload-link`)))}
          >
            {t('filing.check.open')}
          </Button>
          {curtain && (
            <>
              <input
                ref={chooser}
                type="file"
                className="vh"
                aria-label={t('identity.choose', { paper: t('filing.papers.kind.person-photo') })}
                accept="image/*,.heic,.heif"
                onChange={(event) => {
                  const file = event.target.files?.[0]
                  if (file) void act(() => upload(`filings/${number}/papers/person-photo`, file))
                  event.target.value = ''
                }}
              />
              <Button disabled={busy} onClick={() => chooser.current?.click()}>
                {t(busy ? 'identity.sending' : 'identity.chooseShort')}
              </Button>
            </>
          )}
        </div>
      )}
      {photo && (
        <div role="status">
          <State shape="ok">
            {t('filing.check.taken', {
              time: dayAndTime(photo.uploadedAt),
              size: `${photo.width}×${photo.height}`,
            })}
          </State>
          <PaperChecks findings={photo.findings} />
        </div>
      )}
      <div>
        <Button
          look="main"
          disabled={busy}
          greyBecause={photo ? undefined : 'no-photo'}
          onClick={() => act(() => post(`filings/${number}/photo`))}
        >
          {t('filing.photo.handIn')}
        </Button>
        {!photo && (
          <p className="why" id="no-photo">
            {t('filing.check.handInFirst')}
          </p>
        )}
      </div>
    </>
  )
}
