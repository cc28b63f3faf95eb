import type { FastifyInstance } from 'fastify'
import type { Trx } from '../../kernel/database/index.ts'
import type { CustomerActor, ShopFronts } from '../../kernel/http/index.ts'
import type { CodeAsks } from './code-asks.ts'
import type { SignIn } from './ports.ts'
import { emailVerified, operatorOfUser } from './queries.ts'

export interface AccountsRoutesDeps {
  readonly signIn: SignIn
  readonly codeAsks: CodeAsks
  /** Public origin of the console, for links in mail. */
  readonly origin: string
  /** Prepaid balance in fen. */
  readonly balanceOf: (trx: Trx, account: string) => Promise<number>
  /** Whether the clock can be turned forward, and the page where a person does it. */
  readonly movable: boolean
  readonly clockPage?: string
  /** YYYY-MM-DD, when any of the rules was held against its sources last. */
  readonly rulesDate: string
  /** Whether a suffix that wants its holder verified first gets that. */
  readonly verifyBefore: 'as-suffix' | 'never'
  readonly fronts: ShopFronts
  /** The campaign of quick orders is on. */
  readonly quickOrder?: boolean
}

/** Who is signed in, and what the pages go by: the clock, the rules' day, the shop front. */
export async function sessionOf(
  app: FastifyInstance,
  deps: AccountsRoutesDeps,
  trx: Trx,
  { actor, host }: { actor: CustomerActor | undefined; host: string },
) {
  const { clock } = app.services
  const front = deps.fronts.of(host)
  const other = deps.fronts.other(front)
  const about = {
    clock: {
      now: clock.now().toISOString(),
      today: clock.today(),
      movable: deps.movable,
      page: deps.clockPage ?? null,
    },
    rulesDate: deps.rulesDate,
    verifyBefore: deps.verifyBefore,
    quickOrder: deps.quickOrder ?? false,
    site: { kind: front.kind, other: other ? { kind: other.kind, url: other.url } : null },
  }
  const profile = actor && (await deps.signIn.profile(trx, actor.user))
  if (!actor || !profile) return { account: null, ...about }
  return {
    account: {
      id: actor.account,
      user: actor.user,
      ...profile,
      emailVerified: profile.email !== null && (await emailVerified(trx, actor.account, profile.email)),
      role: actor.role,
      operatorRoles: actor.via === 'console' ? [...((await operatorOfUser(trx, actor.user))?.roles ?? [])] : [],
      balanceFen: await deps.balanceOf(trx, actor.account),
    },
    ...about,
  }
}
