import type { Db } from '../../../kernel/database/index.ts'
import { defineTask, localStep, outsideStep, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import { endReview } from '../commands/end-review.ts'
import type { HolderProof, ProviderAnswer, VerificationProvider } from '../ports.ts'
import { outcomeStep, provenCode, refusedByProvider } from '../provider-outcome.ts'
import { keepCode } from '../verification-codes.ts'

export interface HolderVerification {
  readonly reviewCase: string
  readonly account: string
  readonly template: string
}

type Accepted = Exclude<ProviderAnswer, { state: 'refused' }>

const actor = { kind: 'system', name: 'verification-provider' } as const

/** Has the provider verify a holder whom the platform's reviewers have passed (RNV), and keeps the code that it signs. */
export function verifyHolderTask({
  db,
  provider,
  proof,
}: {
  db: Db
  provider: VerificationProvider
  /** Opens number and photographs; they are never stored with the intent. */
  proof(verification: HolderVerification): Promise<HolderProof>
}): TaskDefinition<HolderVerification> {
  return defineTask<HolderVerification>(
    'VERIFY_HOLDER',
    [
      outsideStep<HolderVerification, HolderVerification, Accepted>('submit', {
        party: () => provider.id,
        prepare: async ({ input }) => input,
        async send(request, { trid }) {
          const answer = await provider.verifyHolder(await proof(request), { clTRID: trid })
          if (answer.state === 'refused') throw refusedByProvider(answer.message)
          return answer
        },
        // Nothing tells which code a lost answer had; asking again decides nothing anew.
        reconcile: async () => ({ known: 'not-applied' }),
      }),
      outcomeStep('outcome', { submitted: 'submit', provider, db, refused: refusedByProvider }),
      localStep('record', async ({ trx, input, results, clock, random }) => {
        const { submit: submitted, outcome } = results
        const signed = provenCode({ submitted, outcome }, 'real-name', provider)
        await keepCode(trx, { ...signed, account: input.account, template: input.template }, clock)
        await endReview({ id: input.reviewCase, decision: { pass: true } }, { trx, clock, random, actor })
        return { code: signed.code }
      }),
    ],
    {
      failed: [
        localStep('note-failure', async ({ trx, input, task, clock, random }) => {
          const { answer } = (task.failure ?? {}) as { answer?: { message?: string } }
          await endReview(
            { id: input.reviewCase, decision: { pass: false, heard: answer?.message ?? '' } },
            { trx, clock, random, actor },
          )
          return null
        }),
      ],
    },
  )
}
