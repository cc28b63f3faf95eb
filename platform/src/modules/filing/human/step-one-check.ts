import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { type HumanCheckDeps, humanCheck, type Proof } from '../../../kernel/human/index.ts'

const usualBits = 17

/**
 * The check of step one (S3-26): the type of a filing is asked of the bureaus' registers, and nothing is kept of the
 * asking, so that a script could go through names with it. A token of the API is known and has limits of its own; it is
 * not asked. An order that is begun leaves its trace and holds its certificate, and needs no proof either.
 */
export function stepOneCheck({ secret, bits = usualBits }: HumanCheckDeps) {
  const checks = humanCheck({ secret, bits, purpose: 'filing', challenges: 'POST /v1/filing-challenges' })
  return {
    challenge: ({ account }: CustomerActor, context: Pick<Context, 'clock' | 'random'>) =>
      checks.challenge(account, context),
    check: async (
      proof: Proof | undefined,
      { account, via }: CustomerActor,
      context: Pick<Context, 'trx' | 'clock'>,
    ) => (via === 'api' ? undefined : checks.check(proof, account, context)),
  }
}
