import { useQuery, useQueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../api/queries.ts'
import type { Session } from '../api/types.ts'
import { Button } from '../design/button.tsx'
import { Dialog } from '../design/dialog.tsx'
import { t } from '../i18n/text.ts'
import { mergeLocalList } from '../list/use-name-list.ts'
import { SignInWays } from '../pages/account/sign-in-ways.tsx'
import '../pages/account/account-page.css'

/** A second tab may be the door as well. */
const followed = { ...sessionQuery, refetchInterval: 5_000, refetchOnWindowFocus: 'always' } as const

/** Over a page whose session has ended, so that nobody reads it: the same person goes on with it, anybody else never sees it. */
export function SignInAgain({ user }: { user: string }) {
  const cache = useQueryClient()
  useQuery(followed)
  const enter = async (session: Session) => {
    if (session.account?.user !== user) return leave('/domains')
    cache.setQueryData(sessionQuery.queryKey, session)
    await mergeLocalList()
    await cache.invalidateQueries({ predicate: ({ state }) => state.error !== null })
  }
  return (
    <Dialog title={t('signIn.ended')} open alert opaque onClose={() => undefined}>
      <div className="stack">
        <p>{t('signIn.endedWhy')}</p>
        <SignInWays onEnter={enter} />
        <div className="acts">
          <Button look="text" onClick={() => leave('/')}>
            {t('signIn.leave')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}

/** Loaded anew: nothing that the page knew of one person is in memory for the next. */
function leave(to: '/' | '/domains'): void {
  location.assign(to)
}
