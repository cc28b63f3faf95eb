import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../../kernel/context.ts'
import type { CustomerActor } from '../../../kernel/http/index.ts'
import { HumanCheckExpired, HumanCheckMissing, HumanCheckUsed, HumanCheckWrong } from '../errors.ts'

export interface HumanCheckDeps {
  readonly secret: string
  /** How many bits of the digest have to be zero; 2^bits tries on average. */
  readonly bits?: number
}

export interface Challenge {
  readonly challenge: string
  readonly bits: number
  readonly expiresAt: Date
}

export interface Proof {
  readonly challenge: string
  readonly answer: string
}

const usualBits = 17
const lifeMs = 10 * 60_000

/**
 * The check of step one (S3-26): the type of a filing is asked of the bureaus' registers, and nothing is kept of the
 * asking, so that a script could go through names with it. What is asked for is a proof of work, which the page finds
 * by itself in a moment and a thousand questions pay for a thousand times, beside the limit of each account. It is no
 * puzzle of pictures or sounds: such a puzzle shuts out who cannot see or hear it (WCAG 2.2, 3.3.8 and 1.1.1), and comes
 * as a rule from a third party that would learn who files. A token of the API is known and has limits of its own; it is
 * not asked. An order that is begun leaves its trace and holds its certificate, and needs no proof either.
 */
export function humanCheck({ secret, bits = usualBits }: HumanCheckDeps) {
  const sign = (account: string, expires: number, nonce: string, hard: number) =>
    createHmac('sha256', secret).update(`filing human check ${account}.${expires}.${nonce}.${hard}`).digest()

  return {
    challenge({ account }: CustomerActor, { clock, random }: Pick<Context, 'clock' | 'random'>): Challenge {
      const expires = clock.now().getTime() + lifeMs
      const nonce = random.token(12)
      const mac = sign(account, expires, nonce, bits).toString('base64url')
      return { challenge: `${expires}.${nonce}.${bits}.${mac}`, bits, expiresAt: new Date(expires) }
    },

    /** @throws HumanCheckMissing, HumanCheckWrong, HumanCheckExpired, HumanCheckUsed */
    async check(
      proof: Proof | undefined,
      { account, via }: CustomerActor,
      { trx, clock }: Pick<Context, 'trx' | 'clock'>,
    ): Promise<void> {
      if (via === 'api') return
      if (!proof) throw HumanCheckMissing()
      const [expiresText = '', nonce = '', bitsText = '', mac = ''] = proof.challenge.split('.')
      const expires = Number(expiresText)
      const hard = Number(bitsText)
      const given = Buffer.from(mac, 'base64url')
      const own = sign(account, expires, nonce, hard)
      if (given.length !== own.length || !timingSafeEqual(given, own)) throw HumanCheckWrong()
      const now = clock.now()
      if (expires <= now.getTime()) throw HumanCheckExpired()
      if (zeroBits(createHash('sha256').update(`${proof.challenge}.${proof.answer}`).digest()) < hard)
        throw HumanCheckWrong()
      await trx.deleteFrom('filing_challenge').where('expires_at', '<', now).execute()
      const { numInsertedOrUpdatedRows: fresh } = await trx
        .insertInto('filing_challenge')
        .values({ mac: own, expires_at: new Date(expires) })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirstOrThrow()
      if (!fresh) throw HumanCheckUsed()
    },
  }
}

/** How many bits are zero before the first that is not. */
function zeroBits(digest: Buffer): number {
  const at = digest.findIndex((byte) => byte !== 0)
  return at < 0 ? digest.length * 8 : at * 8 + Math.clz32(digest[at] ?? 0) - 24
}
