import type { Finding } from '@yuming/rules'
import type { Db } from '../../../kernel/database/index.ts'
import { localStep, outsideStep, type Step, StepRefused } from '../../../kernel/tasks/index.ts'
import type { ProviderAnswer, VerificationProvider } from '../ports.ts'
import { outcomeStep, provenCode } from '../provider-outcome.ts'
import { namingRefused } from '../rules.ts'
import { holderCode, keepCode, labelCode } from '../verification-codes.ts'

export interface LabelOfName {
  readonly account: string
  /** Unicode; the provider reviews labels, not whole names. */
  readonly label: string
  /** Whose code a restricted label needs. */
  readonly template: string | null
}

type Accepted = Exclude<ProviderAnswer, { state: 'refused' }>

/**
 * Steps that have the provider review a name's label (命名审核, DNV) and keep its code, before anything is registered.
 * `about` is undefined where the registry wants no codes; a label that has its code already is not asked about again.
 */
export function labelSteps<Input>(
  { db, provider }: { db: Db; provider: VerificationProvider | undefined },
  about: (input: Input) => LabelOfName | undefined,
): Step<Input>[] {
  if (!provider) return []
  return [
    outsideStep<Input, { label: string; holderCode?: string }, Accepted>('label', {
      party: () => provider.id,
      async prepare({ trx, input }) {
        const name = about(input)
        if (!name || (await labelCode(trx, name))) return undefined
        const holder = name.template === null ? undefined : await holderCode(trx, name.template)
        return { label: name.label, ...(holder ? { holderCode: holder.code } : {}) }
      },
      async send(request, { trid }) {
        const answer = await provider.verifyLabel(request, { clTRID: trid })
        if (answer.state === 'refused') throw refusedLabel(answer.message)
        return answer
      },
      // Nothing tells which code a lost answer had; asking again decides nothing anew.
      reconcile: async () => ({ known: 'not-applied' }),
    }),
    outcomeStep('label-outcome', { submitted: 'label', provider, db, refused: refusedLabel }),
    localStep('label-code', async ({ trx, input, results, clock }) => {
      const name = about(input)
      const { label: submitted, 'label-outcome': outcome } = results
      if (!name || !submitted) return null
      const signed = provenCode({ submitted, outcome }, 'domain', provider)
      await keepCode(trx, { ...signed, account: name.account, label: name.label }, clock)
      return { code: signed.code }
    }),
  ]
}

function refusedLabel(message: string): StepRefused {
  const finding: Finding = namingRefused(message)
  return new StepRefused({ code: 'verification.naming-refused', findings: [finding], answer: { message } })
}
