import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { sessionQuery } from '../api/queries.ts'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'

interface Props {
  title: string
  /** The call behind this page, as a person would type it: `GET /v1/session`. */
  api: string
  dock?: ReactNode
  children: ReactNode
}

export function Page({ title, api, dock, children }: Props) {
  const { data: session } = useQuery(sessionQuery)
  useEffect(() => {
    document.title = `${title} · ${t('brand')}`
  }, [title])
  return (
    <div className={dock ? 'has-dock' : undefined}>
      <main id="main" className="page" tabIndex={-1}>
        {children}
      </main>
      {dock}
      <footer className="foot">
        <span className="api">
          {t('foot.api')}
          <a href="/v1/openapi.json">
            <code>{api}</code>
          </a>
        </span>
        {session && (
          <span>
            {t('foot.rules')} {session.rulesDate}
          </span>
        )}
        {session?.site.other && (
          <span>
            {t('site.here', { here: t(`site.${session.site.kind}`) })}{' '}
            <a href={session.site.other.url}>{t(`site.${session.site.other.kind}`)}</a>
          </span>
        )}
        <Link to="/help">{t('foot.help')}</Link>
        <a href="/v1/openapi.json">{t('foot.docs')}</a>
        <a href="/healthz">{t('foot.status')}</a>
      </footer>
    </div>
  )
}
