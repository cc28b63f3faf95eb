import type { Logger } from 'pino'
import type { Context } from '../../../kernel/context.ts'
import type { Vault } from '../../../kernel/vault/index.ts'

export interface NewsDeps {
  readonly vault: Vault
  readonly log: Logger
}
export type NewsContext = Pick<Context, 'trx' | 'clock' | 'random'>
