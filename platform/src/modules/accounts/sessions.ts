import type { IncomingHttpHeaders } from 'node:http'
import type { Db } from '../../kernel/database/index.ts'
import type { CustomerActor, Operator } from '../../kernel/http/index.ts'
import type { SignIn } from './ports.ts'
import { actorOfToken, actorOfUser, operatorOfUser } from './queries.ts'

export interface Sessions {
  /** Who sends a request, and cookies to renew in the answer. */
  actorOf(
    headers: IncomingHttpHeaders,
  ): Promise<{ actor?: CustomerActor; operator?: Operator; cookies: readonly string[] }>
}

/** A token beats a cookie, and a bad token is nobody: a script never acts as whoever uses the browser. */
export function createSessions({ db, signIn }: { db: Db; signIn: SignIn }): Sessions {
  return {
    async actorOf(headers) {
      if (headers.authorization !== undefined) {
        const token = /^Bearer (\S{1,200})$/i.exec(headers.authorization)?.[1]
        const actor = token === undefined ? undefined : await actorOfToken(db, token)
        return { ...(actor && { actor }), cookies: [] }
      }
      if (headers.cookie === undefined) return { cookies: [] }
      const session = await signIn.session(new Headers({ cookie: headers.cookie }))
      if (!session) return { cookies: [] }
      // The cookie may be up to a minute old; the row decides, so a removed sub-user is out at once.
      const [actor, operator] = await Promise.all([actorOfUser(db, session.user), operatorOfUser(db, session.user)])
      return { ...(actor && { actor }), ...(operator && { operator }), cookies: session.cookies }
    },
  }
}
