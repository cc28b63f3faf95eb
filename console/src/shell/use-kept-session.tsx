import { useQuery } from '@tanstack/react-query'
import { type ComponentType, useEffect, useRef, useState } from 'react'
import { sessionQuery } from '../api/queries.ts'
import type { Account, Session } from '../api/types.ts'

type WithAccount = Session & { account: Account }

/**
 * The session, and the one that the page was opened with: when it ends, what was typed into the page is still there when
 * the same person has signed in again, through the door `again` that stands over it meanwhile. A session that is asked for
 * anew, as after signing out, is held by nobody.
 */
export function useKeptSession() {
  const session = useQuery(sessionQuery)
  const kept = useRef<WithAccount>(undefined)
  if (session.isPending) kept.current = undefined
  else if (session.data && hasAccount(session.data)) kept.current = session.data
  const ended = kept.current !== undefined && !session.data?.account
  const Door = useDoor(kept.current !== undefined, ended)
  return { session, kept: kept.current, again: ended && Door && <Door user={kept.current?.account.user ?? ''} /> }
}

/** Fetched once the page is there: it must not fail to come when it is needed, and nobody waits for it before. */
function useDoor(wanted: boolean, needed: boolean): ComponentType<{ user: string }> | undefined {
  const [loaded, setLoaded] = useState<{ Door: ComponentType<{ user: string }> }>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be fetched is tried again when it is needed
  useEffect(() => {
    if (!wanted || loaded) return
    import('./sign-in-again.tsx').then(
      ({ SignInAgain }) => setLoaded({ Door: SignInAgain }),
      () => undefined,
    )
  }, [wanted, needed, loaded])
  return loaded?.Door
}

const hasAccount = (session: Session): session is WithAccount => session.account !== null
