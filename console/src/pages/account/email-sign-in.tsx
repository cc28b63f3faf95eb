import { type FormEvent, useId, useState } from 'react'
import { post } from '../../api/client.ts'
import type { Session } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'

export function EmailSignIn({ onEnter }: { onEnter: (session: Session) => Promise<void> }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  // The page behind may have fields of these names.
  const ids = useId()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setError(null)
    try {
      await onEnter(await post<Session>('auth/sign-in', { email: email.trim(), password }))
    } catch (refusal) {
      setError(refusal)
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="stack">
      {error !== null && <Failure error={error} />}
      <TextField
        id={`${ids}email`}
        label={t('field.email')}
        type="email"
        autoComplete="username"
        required
        value={email}
        onChange={(event) => setEmail(event.target.value)}
      />
      <TextField
        id={`${ids}password`}
        label={t('field.password')}
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <Button look="main" size="l" full type="submit" disabled={busy}>
        {t(busy ? 'signIn.busy' : 'signIn.title')}
      </Button>
    </form>
  )
}
