import type { Logger } from 'pino'
import type { Actor } from '../actor.ts'
import type { Clock } from '../clock/index.ts'
import type { Db } from '../database/index.ts'
import type { Locale } from '../errors/index.ts'
import type { Random } from '../random.ts'
import type { OpenStreams } from './open-streams.ts'

export type CustomerActor = Extract<Actor, { kind: 'customer' }>
export type OperatorActor = Extract<Actor, { kind: 'operator' }> & { readonly roles: readonly OperatorRole[] }

/** What an operator may do; `admin` may do all of it. */
export const operatorRoles = ['admin', 'catalog', 'reviewer', 'qualification-reviewer', 'finance', 'support'] as const
export type OperatorRole = (typeof operatorRoles)[number]

/** Somebody who runs the platform, as a request shows them. */
export interface Operator {
  readonly actor: Extract<Actor, { kind: 'operator' }>
  readonly roles: readonly OperatorRole[]
}

/**
 * Who may use a route. `owner` is the main account; `buyer` is whoever may spend money (S1-77, S1-78); with `operator` the
 * route names the role.
 */
export type Who = 'anyone' | 'customer' | 'owner' | 'buyer' | 'operator'

/** What every route may use; put on the application by the face that serves it. */
export interface HttpServices {
  readonly db: Db
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
  readonly streams: OpenStreams
  /** A count that /metrics shows; the same name is the same count. */
  counter(name: string, help: string): { inc(): void }
  /** @throws the problem that tells the caller why not */
  admit(who: Exclude<Who, 'anyone' | 'operator'>, actor: CustomerActor | undefined): CustomerActor
  /** @throws the problem that tells the caller why not */
  admitOperator(
    roles: readonly OperatorRole[],
    operator: Operator | undefined,
    actor: CustomerActor | undefined,
  ): OperatorActor
}

declare module 'fastify' {
  interface FastifyInstance {
    services: HttpServices
  }
  interface FastifyRequest {
    actor: CustomerActor | undefined
    operator: Operator | undefined
    locale: Locale
  }
  interface FastifyContextConfig {
    /** Called by another system, which cannot know our header against forged requests. */
    outside?: boolean
    /** Who may use it; every route of the API says so. */
    who?: Who
  }
}
