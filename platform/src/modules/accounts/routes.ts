import type { FastifyInstance } from 'fastify'
import type { AccountsRoutesDeps } from './session-of.ts'
import { nameRoute, sessionRoutes } from './session-routes.ts'
import { phoneSignIn, signUpAndIn } from './sign-in-routes.ts'
import { subUserRoutes } from './sub-user-routes.ts'
import { tokenRoutes } from './token-routes.ts'

export type { AccountsRoutesDeps } from './session-of.ts'

export function accountsRoutes(deps: AccountsRoutesDeps) {
  return (app: FastifyInstance): void => {
    signUpAndIn(app, deps)
    phoneSignIn(app, deps)
    sessionRoutes(app, deps)
    nameRoute(app, deps)
    subUserRoutes(app, deps)
    tokenRoutes(app)
  }
}
