import type { ReactNode } from 'react'
import type { Account, Session } from '../api/types.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Skeleton } from '../design/skeleton.tsx'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'
import { usePlace } from '../router/place.ts'
import { useKeptSession } from './use-kept-session.tsx'

interface Props {
  /** The page has no other first heading. */
  top?: boolean
  children: (account: Account, session: Session) => ReactNode
}

/**
 * Shows its children to somebody who has signed in; others are told what the page is for and led to the door and back.
 * When the session ends, the page stays as it is behind a door of its own.
 */
export function SignedIn({ top = false, children }: Props) {
  const { session, kept, again } = useKeptSession()
  const { href } = usePlace()
  if (session.isPending) return <Skeleton />
  if (kept)
    return (
      <>
        {children(kept.account, kept)}
        {again}
      </>
    )
  if (session.isLoadingError) return <Failure error={session.error} again={() => session.refetch()} />
  return (
    <Empty
      top={top}
      title={t('signIn.first')}
      acts={
        <>
          <Link className="btn btn--main" to="/sign-in" search={{ next: href }}>
            {t('nav.signIn')}
          </Link>
          <Link className="btn" to="/sign-up" search={{ next: href }}>
            {t('signUp.title')}
          </Link>
        </>
      }
    >
      {t('signIn.firstWhy')}
    </Empty>
  )
}
