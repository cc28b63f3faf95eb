import type { Db } from '../../kernel/database/index.ts'
import { outsideStep, RetryLater, type Step, StepRefused } from '../../kernel/tasks/index.ts'
import type { ProviderAnswer, VerificationProvider } from './ports.ts'
import type { SignedCode } from './verification-codes.ts'

type Accepted = Exclude<ProviderAnswer, { state: 'refused' }>

/** The message about its end wakes the task; this is for one that got lost. */
const lookAgainMs = 10 * 60_000
/** A code that proves nothing is the provider's fault, not the customer's: it is looked at again. */
const distrustMs = 10 * 60_000

/** A step that waits until the provider's people have decided what the step `submitted` handed in. */
export function outcomeStep<Input>(
  name: string,
  {
    submitted,
    provider,
    db,
    refused,
  }: {
    submitted: string
    provider: VerificationProvider
    db: Db
    refused(message: string): StepRefused
  },
): Step<Input> {
  return outsideStep<Input, { code: string }, SignedCode>(name, {
    party: () => provider.id,
    async prepare({ trx, task, results, clock }) {
      const answer = results[submitted] as Accepted | null | undefined
      if (answer?.state !== 'pending') return undefined
      await trx
        .insertInto('provider_verification')
        .values({
          code: answer.code,
          task: task.id,
          state: 'pending',
          message: null,
          encoded: null,
          asked_at: clock.now(),
        })
        .onConflict((conflict) => conflict.column('code').doUpdateSet({ task: task.id }))
        .execute()
      return { code: answer.code }
    },
    async send({ code }) {
      const found = await db
        .selectFrom('provider_verification')
        .select(['state', 'message', 'encoded'])
        .where('code', '=', code)
        .executeTakeFirst()
      if (found?.state === 'refused') throw refused(found.message ?? '')
      if (!found?.encoded) throw new RetryLater(lookAgainMs)
      return { code, encoded: found.encoded }
    },
    reconcile: async () => ({ known: 'not-applied' }),
  })
}

/** The code that a provider signed, at once or after a while. @throws RetryLater when its signature proves nothing */
export function provenCode(
  { submitted, outcome }: { submitted: unknown; outcome: unknown },
  type: 'domain' | 'real-name',
  provider: VerificationProvider,
): SignedCode {
  const { code, encoded } = (outcome ?? submitted) as SignedCode
  if (!provider.proves(encoded, { code, type })) throw new RetryLater(distrustMs)
  return { code, encoded }
}

/** A provider's no, in its own words. */
export function refusedByProvider(message: string): StepRefused {
  return new StepRefused({ code: 'verification.provider-refused', findings: [], answer: { message } })
}
