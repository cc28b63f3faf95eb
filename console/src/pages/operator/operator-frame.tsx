import { type ReactNode, useEffect, useRef } from 'react'
import type { OperatorRole, Session } from '../../api/types.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { usePlace } from '../../router/place.ts'
import { NotFoundPage } from '../../shell/not-found-page.tsx'
import { Page } from '../../shell/page.tsx'
import { useKeptSession } from '../../shell/use-kept-session.tsx'
import { mayOperate, operatorPagesFor } from './operator-pages.ts'
import './operator-page.css'

interface Props {
  /** Who has not got it finds no such page, and learns nothing of it. */
  needs: OperatorRole | readonly OperatorRole[]
  title: string
  api: string
  /** Work that needs the whole width; the other pages are then listed above it. */
  wide?: boolean
  children: (session: Session) => ReactNode
}

/** A page of the operator's area, beside the list of the others that this person may open. */
export function OperatorFrame({ needs, title, api, wide = false, children }: Props) {
  const { session, kept, again } = useKeptSession()
  const roles = kept?.account.operatorRoles ?? []
  if (session.data && !mayOperate(roles, ...[needs].flat())) return <NotFoundPage />
  if (!kept)
    return (
      <Page title={t('nav.operator')} api="GET /v1/session">
        {session.isError ? <Failure error={session.error} again={() => session.refetch()} /> : <Skeleton />}
      </Page>
    )
  return (
    <Page title={title} api={api}>
      <div className={wide ? 'operator operator--wide' : 'operator'}>
        <SideList roles={roles} />
        <div className="operator-body">{children(kept)}</div>
      </div>
      {again}
    </Page>
  )
}

function SideList({ roles }: { roles: readonly OperatorRole[] }) {
  const { pathname } = usePlace()
  const list = useRef<HTMLElement>(null)
  // On a phone the list is one line that scrolls: the page that is open has to be seen in it.
  useEffect(() => {
    const here = list.current?.querySelector<HTMLElement>('[aria-current]')
    if (list.current && here && pathname) list.current.scrollLeft = here.offsetLeft - 16
  }, [pathname])
  return (
    <nav className="operator-side" ref={list} aria-label={t('operator.pages')}>
      {operatorPagesFor(roles).map(({ to, text, also }) => (
        <Link
          key={to}
          to={to}
          aria-current={pathname === to || also.some((start) => pathname.startsWith(start)) ? 'page' : undefined}
        >
          {t(text)}
        </Link>
      ))}
    </nav>
  )
}
