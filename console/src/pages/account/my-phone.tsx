import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { put } from '../../api/client.ts'
import { sessionQuery } from '../../api/queries.ts'
import type { Account } from '../../api/types.ts'
import { usePhoneCode } from '../../api/use-phone-code.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'

/** The phone that is bound to the account, and how to bind another (修改手机号码, S4-10). */
export function MyPhone({
  account: { phone, email },
  needed = false,
}: {
  account: Pick<Account, 'phone' | 'email'>
  /** Whether nothing goes on without one. */
  needed?: boolean
}) {
  const cache = useQueryClient()
  const [changing, setChanging] = useState(needed && phone === null)
  const [proof, setProof] = useState('')
  const [number, setNumber] = useState('')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const { proving, ask } = usePhoneCode()
  const digits = number.replace(/\s/g, '')
  const attempt = async (work: () => Promise<void>) => {
    setError(null)
    try {
      await work()
    } catch (refusal) {
      setError(refusal)
    }
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const wanted = `+86.${digits}`
      await ask('account/phone', wanted, { phone: wanted, ...(email ? { password: proof } : { code: proof.trim() }) })
      setSent(true)
    })
  }
  const bind = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      await put('account/phone', { code: code.trim() })
      await cache.invalidateQueries({ queryKey: sessionQuery.queryKey })
      setChanging(false)
      setSent(false)
    })
  }
  return (
    <div className="stack">
      <p>
        {phone ? t('move.phone', { phone: hidden(phone) }) : t('phone.none')}{' '}
        {!changing && (
          <Button look="text" size="s" onClick={() => setChanging(true)}>
            {t(phone ? 'move.changePhone' : 'phone.bindOne')}
          </Button>
        )}
      </p>
      {changing && (
        <>
          {!email && phone && (
            <Button
              size="s"
              disabled={proving}
              onClick={() => attempt(() => ask('account/confirmations', phone, { purpose: 'change-phone' }))}
            >
              {t('phone.sendOld')}
            </Button>
          )}
          <form className="row-form" onSubmit={send}>
            <TextField
              id="phone-proof"
              label={t(email ? 'phone.password' : 'phone.oldCode')}
              help={t('phone.proveWhy')}
              {...(email
                ? { type: 'password', autoComplete: 'current-password' }
                : { inputMode: 'numeric', maxLength: 6 })}
              value={proof}
              onChange={(event) => setProof(event.target.value)}
            />
            <TextField
              id="new-phone"
              label={t('field.phone')}
              help={t('field.phoneHelp')}
              inputMode="tel"
              autoComplete="tel-national"
              value={number}
              onChange={(event) => setNumber(event.target.value)}
            />
            <Button type="submit" disabled={proving || !/^1\d{10}$/.test(digits) || proof === ''}>
              {t('move.send')}
            </Button>
          </form>
          {sent && (
            <form className="row-form" onSubmit={bind}>
              <TextField
                id="phone-code"
                label={t('move.phoneCode')}
                inputMode="numeric"
                maxLength={6}
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
              <Button type="submit" look="ink" disabled={!/^\d{6}$/.test(code.trim())}>
                {t('move.bind')}
              </Button>
            </form>
          )}
        </>
      )}
      <p role="status" className="help">
        {proving && t('signIn.proving')}
      </p>
      {error !== null && <Failure error={error} />}
    </div>
  )
}

/** As on a bill: enough to know one's own number. */
function hidden(phone: string): string {
  return phone.replace(/^(\+?\d{0,2}1?\d{2})\d{4}(\d{4})$/, '$1••••$2')
}
