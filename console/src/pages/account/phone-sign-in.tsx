import { type FormEvent, useId, useState } from 'react'
import { post } from '../../api/client.ts'
import type { Session } from '../../api/types.ts'
import { usePhoneCode } from '../../api/use-phone-code.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'

interface Props {
  onEnter: (session: Session) => Promise<void>
  /** Asks for a name: the account is made at the first entry. */
  name?: boolean
}

/** A mainland mobile number and the code sent to it; the number that is new makes an account. */
export function PhoneSignIn({ onEnter, name = false }: Props) {
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const [called, setCalled] = useState('')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  // The page behind may have fields of these names.
  const ids = useId()
  const { proving, ask } = usePhoneCode()
  const number = phone.replace(/[\s-]/g, '').replace(/^(\+?86\.?)?/, '+86.')
  const plausible = /^\+86\.1\d{10}$/.test(number)
  const attempt = async (work: () => Promise<void>) => {
    setBusy(true)
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    }
    setBusy(false)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    attempt(async () =>
      onEnter(
        await post<Session>('auth/phone/sign-in', {
          phone: number,
          code: code.trim(),
          ...(called ? { name: called } : {}),
        }),
      ),
    )
  }
  return (
    <form onSubmit={submit} className="stack">
      {error !== null && <Failure error={error} />}
      {name && (
        <TextField
          id={`${ids}called`}
          label={t('field.called')}
          help={t('field.calledHelp')}
          value={called}
          onChange={(event) => setCalled(event.target.value)}
          required
        />
      )}
      <TextField
        id={`${ids}phone`}
        label={t('field.phone')}
        help={t('field.phoneHelp')}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        value={phone}
        onChange={(event) => setPhone(event.target.value)}
        required
      />
      <div className="code-row">
        <TextField
          id={`${ids}code`}
          label={t('field.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.target.value)}
          required
        />
        <Button
          greyBecause={plausible ? undefined : `${ids}phone-help`}
          disabled={busy}
          onClick={() =>
            attempt(async () => {
              await ask('auth/phone/code', number, { phone: number })
              setSent(true)
            })
          }
        >
          {t(sent ? 'signIn.sendAgain' : 'signIn.sendCode')}
        </Button>
      </div>
      <p role="status" className="help">
        {proving ? t('signIn.proving') : sent && t('signIn.codeSent')}
      </p>
      <Button look="main" size="l" full type="submit" disabled={busy}>
        {t(name ? 'signUp.title' : 'signIn.title')}
      </Button>
    </form>
  )
}
