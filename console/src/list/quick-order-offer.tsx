import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../api/client.ts'
import { sessionQuery, templatesQuery } from '../api/queries.ts'
import { Button } from '../design/button.tsx'
import { Failure } from '../design/failure.tsx'
import { QrCode } from '../design/qr-code.tsx'
import { clockTime } from '../i18n/format.ts'
import { t } from '../i18n/text.ts'

const most = 5

/** Hands the list to a phone, for somebody who has no template; only where the campaign is on (S1-166, S1-167). */
export function QuickOrderOffer({ names }: { names: readonly string[] }) {
  const session = useQuery(sessionQuery)
  const account = session.data?.account
  const templates = useQuery({ ...templatesQuery, enabled: Boolean(account) })
  const [link, setLink] = useState<{ url: string; expiresAt: string; of: string } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const own = account ? (templates.data?.templates.length ?? 1) > 0 : false
  if (own || names.length === 0) return null
  const of = names.slice(0, most).join()
  const make = async () => {
    setError(null)
    try {
      const made = await post<{ url: string; expiresAt: string }>('quick-orders/links', { names: of.split(',') })
      setLink({ ...made, of })
    } catch (refusal) {
      setError(refusal)
    }
  }
  return (
    <div className="quick-offer">
      {link?.of === of ? (
        <>
          <QrCode text={link.url} label={t('quick.qr')} />
          <p className="why">{t('quick.scan', { time: clockTime(link.expiresAt) })}</p>
        </>
      ) : (
        <Button full onClick={make}>
          {t('quick.open')}
        </Button>
      )}
      <p className="why">{t('quick.offer')}</p>
      {error !== null && <Failure error={error} again={make} />}
    </div>
  )
}
