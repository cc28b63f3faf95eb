import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../api/client.ts'
import type { Account } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { sentenceOf } from '../../design/sentence-of.ts'
import { State } from '../../design/state.tsx'
import { toast } from '../../design/toast.tsx'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { AccountBalance } from './account-balance.tsx'
import { AccountPrivacy } from './account-privacy.tsx'
import { AccountSubUsers } from './account-sub-users.tsx'
import { AccountTokens } from './account-tokens.tsx'
import { MyName } from './my-name.tsx'
import { MyPhone } from './my-phone.tsx'
import './account-page.css'

export function AccountPage() {
  return (
    <Page title={t('account.title')} api="GET /v1/session">
      <SignedIn top>{(account) => <AccountBody account={account} />}</SignedIn>
    </Page>
  )
}

function AccountBody({ account }: { account: Account }) {
  const cache = useQueryClient()
  const leave = async () => {
    await post('auth/sign-out').catch(() => undefined)
    cache.clear()
    go({ to: '/' })
  }
  return (
    <>
      <div className="head">
        <div>
          <h1>{account.name}</h1>
          <p>{t(account.role === 'owner' ? 'account.owner' : 'account.subUser')}</p>
        </div>
        <div className="acts">
          <Link className="btn" to="/orders">
            {t('nav.orders')}
          </Link>
          <Link className="btn" to="/tickets">
            {t('tickets.mine')}
          </Link>
          <Button onClick={leave}>{t('account.signOut')}</Button>
        </div>
      </div>
      <div className="two">
        <div className="stack-l">
          {account.role === 'owner' && <AccountBalance />}
          {account.role === 'owner' && <AccountSubUsers />}
          <AccountTokens />
          {account.role === 'owner' && <AccountPrivacy />}
        </div>
        <aside className="panel" aria-label={t('account.profile')}>
          <h2>{t('account.profile')}</h2>
          <dl className="facts">
            <div>
              <dt>{t('account.name')}</dt>
              <dd>
                <MyName account={account} />
              </dd>
            </div>
            <div>
              <dt>{t('field.email')}</dt>
              <dd>
                {account.email ?? '–'}
                {account.email && (
                  <>
                    <br />
                    <State shape={account.emailVerified ? 'ok' : 'you'}>
                      {t(account.emailVerified ? 'template.emailVerified' : 'template.emailUnverified')}
                    </State>
                    {!account.emailVerified && <ResendLetter />}
                  </>
                )}
              </dd>
            </div>
            <div>
              <dt>{t('field.phone')}</dt>
              <dd>
                <MyPhone account={account} />
              </dd>
            </div>
            <div>
              <dt>{t('account.number')}</dt>
              <dd>
                <code>{account.id}</code>
              </dd>
            </div>
          </dl>
        </aside>
      </div>
    </>
  )
}

function ResendLetter() {
  const [sent, setSent] = useState(false)
  const send = async () => {
    try {
      await post('account/email')
      setSent(true)
    } catch (refusal) {
      toast(sentenceOf(refusal))
    }
  }
  return (
    <Button size="s" look="text" disabled={sent} onClick={send}>
      {t(sent ? 'template.sent' : 'template.resend')}
    </Button>
  )
}
