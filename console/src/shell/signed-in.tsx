import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { sessionQuery } from '../api/queries.ts'
import type { Account, Session } from '../api/types.ts'
import { Empty } from '../design/empty.tsx'
import { Failure } from '../design/failure.tsx'
import { Skeleton } from '../design/skeleton.tsx'
import { t } from '../i18n/text.ts'
import { Link } from '../router/link.tsx'
import { usePlace } from '../router/place.ts'

interface Props {
  /** The page has no other first heading. */
  top?: boolean
  children: (account: Account, session: Session) => ReactNode
}

/** Shows its children to somebody who has signed in; others are told what the page is for and led to the door and back. */
export function SignedIn({ top = false, children }: Props) {
  const session = useQuery(sessionQuery)
  const { href } = usePlace()
  if (session.isPending) return <Skeleton />
  if (session.isLoadingError) return <Failure error={session.error} again={() => session.refetch()} />
  if (session.data.account) return children(session.data.account, session.data)
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
