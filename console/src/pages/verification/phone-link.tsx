import { useState } from 'react'
import { post } from '../../api/client.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { State } from '../../design/state.tsx'
import { clockTime } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'

/** A QR code with which a phone takes the photographs; they appear here by themselves. */
export function PhoneLink({ path }: { path: string }) {
  const [link, setLink] = useState<{ url: string; expiresAt: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const make = async () => {
    setError(null)
    try {
      setLink(await post(path))
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className="phone">
      {link ? (
        <div className="scan">
          <QrCode text={link.url} label={t('identity.phoneQr')} />
          <div className="stack">
            <p>{t('identity.phoneScan', { time: clockTime(link.expiresAt) })}</p>
            <State shape="wait">{t('identity.phoneWaiting')}</State>
          </div>
        </div>
      ) : (
        <Button onClick={make}>{t('identity.phone')}</Button>
      )}
      {error !== null && <Failure error={error} again={make} />}
    </div>
  )
}
