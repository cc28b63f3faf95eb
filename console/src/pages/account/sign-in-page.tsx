import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sessionQuery } from '../../api/queries.ts'
import type { Session } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'
import { mergeLocalList } from '../../list/use-name-list.ts'
import { goTo } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { type SignInWay, SignInWays } from './sign-in-ways.tsx'
import './account-page.css'

export function SignInPage() {
  const { next } = useSearch('next')
  const [way, setWay] = useState<SignInWay>('email')
  const enter = useEnter(next)
  return (
    <Page title={t('signIn.title')} api={way === 'email' ? 'POST /v1/auth/sign-in' : 'POST /v1/auth/phone/sign-in'}>
      <div className="door">
        <h1>{t('signIn.title')}</h1>
        <SignInWays onWay={setWay} onEnter={enter} />
        <p className="small soft">
          {t('signIn.noAccount')}{' '}
          <Link to="/sign-up" search={next ? { next } : {}}>
            {t('signUp.title')}
          </Link>
        </p>
      </div>
    </Page>
  )
}

/** After the door: the names of the visitor go to the account, then back to where the person came from. */
export function useEnter(next: string | undefined) {
  const cache = useQueryClient()
  return async (session: Session) => {
    cache.clear()
    cache.setQueryData(sessionQuery.queryKey, session)
    await mergeLocalList()
    // Only a path of this site: `//host` would lead elsewhere.
    goTo(next && /^\/(?![/\\])/.test(next) ? next : '/domains')
  }
}
