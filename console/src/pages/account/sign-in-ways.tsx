import { useState } from 'react'
import type { Session } from '../../api/types.ts'
import { Segmented } from '../../design/segmented.tsx'
import { t } from '../../i18n/text.ts'
import { EmailSignIn } from './email-sign-in.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'

export type SignInWay = 'email' | 'phone'

/** The two ways to sign in, one of them open. */
export function SignInWays({
  onWay,
  onEnter,
}: {
  onWay?: (way: SignInWay) => void
  onEnter: (session: Session) => Promise<void>
}) {
  const [way, setWay] = useState<SignInWay>('email')
  return (
    <>
      <Segmented
        label={t('signIn.way')}
        value={way}
        onChange={(next) => {
          setWay(next)
          onWay?.(next)
        }}
        options={[
          { value: 'email', text: t('signIn.byEmail') },
          { value: 'phone', text: t('signIn.byPhone') },
        ]}
      />
      {way === 'email' ? <EmailSignIn onEnter={onEnter} /> : <PhoneSignIn onEnter={onEnter} />}
    </>
  )
}
