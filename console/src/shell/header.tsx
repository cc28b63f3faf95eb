import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sessionQuery } from '../api/queries.ts'
import type { Session } from '../api/types.ts'
import { Seal } from '../design/seal.tsx'
import type { TextKey } from '../i18n/dictionary.ts'
import { locale } from '../i18n/locale.ts'
import { changeLanguage, t } from '../i18n/text.ts'
import { unreadQuery } from '../pages/messages/messages-query.ts'
import { operatorPagesFor } from '../pages/operator/operator-pages.ts'
import { Link } from '../router/link.tsx'
import { usePlace } from '../router/place.ts'
import { WorldClock } from './world-clock.tsx'

const places: { to: '/' | '/domains' | '/templates' | '/filings' | '/prices'; text: TextKey; also: string[] }[] = [
  { to: '/', text: 'nav.search', also: ['/bulk', '/personal-names', '/confirm'] },
  { to: '/domains', text: 'nav.domains', also: ['/domains/'] },
  { to: '/templates', text: 'nav.templates', also: ['/templates/', '/verify-email'] },
  { to: '/filings', text: 'nav.filing', also: ['/filings/', '/filing-rules'] },
  { to: '/prices', text: 'nav.prices', also: ['/suffixes/'] },
]

/** Where somebody can turn the clock, it is looked at again when they come back, and now and then. */
const followedSession = {
  ...sessionQuery,
  refetchInterval: ({ state }: { state: { data?: Session } }) => state.data?.clock.movable && 30_000,
  refetchOnWindowFocus: ({ state }: { state: { data?: Session } }) => (state.data?.clock.movable ? 'always' : true),
} as const

export function Header() {
  const { data: session } = useQuery(followedSession)
  const { pathname } = usePlace()
  const [open, setOpen] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever the place changes
  useEffect(() => setOpen(false), [pathname])
  const links = places.map(({ to, text, also }) => (
    <Link key={to} to={to} aria-current={here(pathname, to, also) ? 'page' : undefined}>
      {t(text)}
    </Link>
  ))
  const operate = operatorPagesFor(session?.account?.operatorRoles ?? [])[0]?.to
  const operator = operate && (
    <Link to={operate} aria-current={pathname.startsWith('/operator/') ? 'page' : undefined}>
      {t('nav.operator')}
    </Link>
  )
  const account = session?.account ? (
    <Link to="/account">{session.account.name}</Link>
  ) : (
    <Link to="/sign-in">{t('nav.signIn')}</Link>
  )
  const { data: told } = useQuery({ ...unreadQuery, enabled: Boolean(session?.account) })
  const unread = told?.unread ?? 0
  const messages = session?.account && (
    <Link to="/messages" aria-label={unread > 0 ? t('nav.unread', { count: unread }) : undefined}>
      {t('nav.messages')}
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
  const language = (
    <button
      type="button"
      className="lang"
      lang={locale() === 'zh' ? 'en' : 'zh-CN'}
      onClick={() => changeLanguage(locale() === 'zh' ? 'en' : 'zh')}
    >
      {locale() === 'zh' ? 'English' : '中文'}
    </button>
  )
  return (
    <header className="top">
      <div>
        <Link className="brand" to="/">
          <Seal />
          <span>{t('brand')}</span>
        </Link>
        <nav aria-label={t('nav.label')}>{links}</nav>
        <div className="side">
          {session?.clock.movable && <WorldClock clock={session.clock} />}
          {operator}
          {session?.account && (
            <Link className="opt" to="/orders" aria-current={pathname.startsWith('/orders') ? 'page' : undefined}>
              {t('nav.orders')}
            </Link>
          )}
          {messages}
          {account}
          {language}
        </div>
        <button
          className="btn btn--s menu"
          type="button"
          aria-expanded={open}
          aria-controls="phone-menu"
          onClick={() => setOpen(!open)}
        >
          {t('nav.menu')}
        </button>
      </div>
      <div className="phone-menu" id="phone-menu" {...(open ? { 'data-open': '' } : {})}>
        {open && (
          <>
            {links}
            {operator}
            {session?.account && (
              <Link to="/orders" aria-current={pathname.startsWith('/orders') ? 'page' : undefined}>
                {t('nav.orders')}
              </Link>
            )}
            {messages}
            {account}
            {language}
          </>
        )}
      </div>
    </header>
  )
}

function here(pathname: string, to: string, also: string[]): boolean {
  return pathname === to || also.some((start) => pathname.startsWith(start))
}
