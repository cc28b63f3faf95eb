import type { Session } from './types.ts'

/** A session, and whose it was before it ended. */
export interface FollowedSession extends Session {
  readonly was?: string | undefined
}

/**
 * What this tab knows of a person is for that person only: undefined when another tab has signed in as somebody else, and
 * nothing of the page may be shown to them. Whoever signs in here goes through a door that clears the memory.
 */
export function followSession(before: FollowedSession | undefined, now: Session): FollowedSession | undefined {
  const was = before?.account?.user ?? before?.was
  if (now.account === null) return { ...now, was }
  return was === undefined || now.account.user === was ? now : undefined
}
