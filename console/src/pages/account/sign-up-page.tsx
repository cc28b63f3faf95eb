import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { post } from '../../api/client.ts'
import type { Session } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Failure } from '../../design/failure.tsx'
import { TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { PhoneSignIn } from './phone-sign-in.tsx'
import { useEnter } from './sign-in-page.tsx'
import './account-page.css'

const shape = z.object({
  name: z.string().trim().min(1).max(64),
  email: z.email(),
  password: z.string().min(8).max(128),
})

export function SignUpPage() {
  const { next } = useSearch('next')
  const [way, setWay] = useState<'email' | 'phone'>('email')
  const enter = useEnter(next)
  return (
    <Page title={t('signUp.title')} api={way === 'email' ? 'POST /v1/auth/sign-up' : 'POST /v1/auth/phone/sign-in'}>
      <div className="door">
        <h1>{t('signUp.title')}</h1>
        <p className="soft">{t('signUp.lead')}</p>
        <Segmented
          label={t('signIn.way')}
          value={way}
          onChange={setWay}
          options={[
            { value: 'email', text: t('signIn.byEmail') },
            { value: 'phone', text: t('signIn.byPhone') },
          ]}
        />
        {way === 'email' ? <EmailSignUp onEnter={enter} /> : <PhoneSignIn onEnter={enter} name />}
        <p className="small soft">
          {t('signUp.have')}{' '}
          <Link to="/sign-in" search={next ? { next } : {}}>
            {t('signIn.title')}
          </Link>
        </p>
      </div>
    </Page>
  )
}

function EmailSignUp({ onEnter }: { onEnter: (session: Session) => Promise<void> }) {
  const { register, handleSubmit, formState } = useForm({
    resolver: zodResolver(shape),
    mode: 'onTouched',
    defaultValues: { name: '', email: '', password: '' },
  })
  const [error, setError] = useState<unknown>(null)
  const send = handleSubmit(async (values) => {
    setError(null)
    try {
      await onEnter(await post<Session>('auth/sign-up', { ...values, locale: locale() }))
    } catch (refusal) {
      setError(refusal)
    }
  })
  const { errors } = formState
  return (
    <form onSubmit={send} className="stack" noValidate>
      {error !== null && <Failure error={error} />}
      <TextField
        id="name"
        label={t('field.called')}
        help={t('field.calledHelp')}
        autoComplete="name"
        error={errors.name && t('form.required', { field: t('field.called') })}
        {...register('name')}
      />
      <TextField
        id="email"
        label={t('field.email')}
        type="email"
        autoComplete="username"
        error={errors.email && t('field.emailWrong')}
        {...register('email')}
      />
      <TextField
        id="password"
        label={t('field.password')}
        type="password"
        autoComplete="new-password"
        help={t('field.passwordHelp')}
        error={errors.password && t('field.passwordShort')}
        {...register('password')}
      />
      <Button look="main" size="l" full type="submit" disabled={formState.isSubmitting}>
        {t(formState.isSubmitting ? 'signIn.busy' : 'signUp.title')}
      </Button>
    </form>
  )
}
