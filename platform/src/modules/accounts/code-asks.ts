import type { Context } from '../../kernel/context.ts'
import { networkOf } from '../../kernel/http/index.ts'
import { type HumanCheckDeps, humanCheck, type Proof } from '../../kernel/human/index.ts'
import { countAttempt } from './attempts.ts'

const hourMs = 3_600_000
/** A second or two of a browser: more than step one of a filing takes, as each answer costs us an SMS. */
const usualBits = 18

export interface CodeAsksDeps extends HumanCheckDeps {
  /** How many codes an hour need no proof. */
  readonly free?: {
    /** Of one number; 3: a code that does not come is asked for twice more. */
    readonly number: number
    /** From one network; 6: a household, or an office where two sign in at the same time. */
    readonly network: number
  }
}

export interface CodeAsk {
  readonly phone: string
  readonly ip: string
  readonly human?: Proof | undefined
}

/**
 * Codes by SMS cost money, and whoever earns by messages to numbers of their own has a script ask for many (SMS pumping,
 * 短信轰炸). The first of an hour are sent as they are asked for; for more to a number, or from a network, the caller shows
 * a proof of work. It is asked of tokens of the API and of who is signed in as well: an account is opened in a moment.
 */
export function createCodeAsks({ secret, bits = usualBits, free = { number: 3, network: 6 } }: CodeAsksDeps) {
  const checks = humanCheck({ secret, bits, purpose: 'phone code', challenges: 'POST /v1/auth/phone/challenges' })
  const perNumber = { name: 'code-of-number', most: free.number, windowMs: hourMs }
  const perNetwork = { name: 'code-of-network', most: free.network, windowMs: hourMs }
  return {
    challenge: checks.challenge,
    /** Counts the asking. What is thrown takes the count back with the transaction. @throws HumanCheckMissing … */
    async count({ phone, ip, human }: CodeAsk, { trx, clock }: Pick<Context, 'trx' | 'clock'>): Promise<void> {
      const ofNetwork = await countAttempt(trx, clock, perNetwork, networkOf(ip))
      const ofNumber = await countAttempt(trx, clock, perNumber, phone)
      if (!ofNetwork || !ofNumber) await checks.check(human, phone, { trx, clock })
    },
  }
}

export type CodeAsks = ReturnType<typeof createCodeAsks>
