import { record } from '../../../kernel/audit/index.ts'
import type { Db } from '../../../kernel/database/index.ts'
import { defineTask, localStep, outsideStep, RetryLater, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import { type Registries, type RegistryAnswer, refusedByRegistry } from '../../domains/index.ts'
import type { VerificationProvider } from '../ports.ts'
import { codesOf } from '../verification-codes.ts'
import { labelSteps } from './label-steps.ts'

export interface CodeSubmission {
  readonly ascii: string
  readonly account: string
  readonly label: string
  readonly template: string
  readonly registry: string
}

interface UpdateRequest {
  readonly registry: string
  readonly ascii: string
  readonly codes: readonly string[]
}

const actor = { kind: 'system', name: 'verification-codes' } as const

/** Brings the codes of label and holder to the registry of a name that was registered without them (verificationCode-1.0, late). */
export function submitCodesTask({
  db,
  provider,
  registries,
}: {
  db: Db
  provider: VerificationProvider
  registries: Registries
}): TaskDefinition<CodeSubmission> {
  return defineTask<CodeSubmission>(
    'SUBMIT_CODES',
    [
      ...labelSteps<CodeSubmission>({ db, provider }, (input) => input),
      outsideStep<CodeSubmission, UpdateRequest, RegistryAnswer>('update', {
        party: ({ input }) => input.registry,
        async prepare({ trx, input: { registry, ascii, ...about } }) {
          const codes = await codesOf(trx, about)
          // The holder failed meanwhile, or the name went to another template: then this is nobody's to send.
          return codes && { registry, ascii, codes }
        },
        send: ({ registry, ascii, codes }, { trid }) =>
          refusedByRegistry(() =>
            registries.registry(registry).update({ ascii, add: [], remove: [], codes }, { clTRID: trid }),
          ),
        async reconcile({ registry, ascii }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          if (!found) throw new RetryLater(60_000)
          return found.compliance?.status === 'compliant'
            ? { known: 'applied', answer: { code: 1000, message: 'found by info', clTRID: trid, svTRID: '' } }
            : { known: 'not-applied' }
        },
      }),
      localStep('record', async ({ trx, input: { ascii }, clock }) => {
        // The mirror looks at what the registry makes of them: its hold ends there.
        await trx
          .updateTable('domain')
          .set({ asked_at: null })
          .where('ascii', '=', ascii)
          .where('released_at', 'is', null)
          .execute()
        await record({ action: 'domain.codes-sent', subject: ascii, detail: {} }, { trx, clock, actor })
        return {}
      }),
    ],
    { failed: [] },
  )
}
