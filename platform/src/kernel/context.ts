import type { Logger } from 'pino'
import type { Actor } from './actor.ts'
import type { Clock } from './clock/index.ts'
import type { Trx } from './database/index.ts'
import type { Random } from './random.ts'

/** Everything that a command needs besides its own input. */
export interface Context {
  readonly trx: Trx
  readonly actor: Actor
  readonly clock: Clock
  readonly random: Random
  readonly log: Logger
}
