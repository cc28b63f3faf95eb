import { chinaDay } from '../../../kernel/clock/index.ts'
import { defineTask, localStep, outsideStep, StepRefused, type TaskDefinition } from '../../../kernel/tasks/index.ts'
import { moveExpiry, refusedByRegistry } from '../../domains/index.ts'
import { lostMeanwhile } from '../quote.ts'
import type { OrderTaskDeps } from './activate-task.ts'
import { captureLine } from './capture-line.ts'
import { giveBackSteps } from './give-back-steps.ts'
import type { LineInput } from './line-input.ts'

interface RenewRequest {
  readonly registry: string
  readonly ascii: string
  readonly years: number
  /** YYYY-MM-DD as the registry counts: UTC. */
  readonly currentExpiry: string
  readonly wantedYear: number
}

interface RenewAnswer {
  readonly code: number
  readonly message: string
  readonly clTRID: string
  readonly svTRID: string
  readonly exDate: string
}

/** Renews one paid line by whole years (RFC 5731 §3.2.3); `curExpDate` keeps a repetition from renewing twice. */
export function renewTask({ registries, channel, lineEnded }: OrderTaskDeps): TaskDefinition<LineInput> {
  return defineTask<LineInput>(
    'ORDER_RENEW',
    [
      outsideStep<LineInput, RenewRequest, RenewAnswer>('renew', {
        party: ({ input }) => `renew:${input.suffix}`,
        async prepare({ trx, input, clock }) {
          const domain = await trx
            .selectFrom('domain')
            .select(['registry', 'expires_at'])
            .where('ascii', '=', input.ascii)
            .where('account', '=', input.account)
            .where('released_at', 'is', null)
            .executeTakeFirst()
          if (!domain || domain.expires_at.toISOString() !== input.expectedExpiry)
            throw new StepRefused({
              code: 'renewal.changed-meanwhile',
              findings: [lostMeanwhile(chinaDay(clock.now()))],
            })
          const currentExpiry = domain.expires_at.toISOString().slice(0, 10)
          return {
            registry: domain.registry,
            ascii: input.ascii,
            years: input.years,
            currentExpiry,
            wantedYear: Number(currentExpiry.slice(0, 4)) + input.years,
          }
        },
        send: ({ registry, ascii, years, currentExpiry }, { trid }) =>
          refusedByRegistry(() =>
            registries.registry(registry).renew({ ascii, years, currentExpiry }, { clTRID: trid }),
          ),
        async reconcile({ registry, ascii, currentExpiry, wantedYear }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          if (!found) return { known: 'unknown' }
          if (found.exDate.slice(0, 10) === currentExpiry) return { known: 'not-applied' }
          return Number(found.exDate.slice(0, 4)) >= wantedYear
            ? {
                known: 'applied',
                answer: { code: 1000, message: 'found by info', clTRID: trid, svTRID: '', exDate: found.exDate },
              }
            : { known: 'unknown' }
        },
      }),
      localStep('record', async ({ trx, input, results, clock, random }) => {
        const renewed = results.renew as RenewAnswer
        const expiresAt = new Date(renewed.exDate)
        await moveExpiry(trx, { ascii: input.ascii, account: input.account, expiresAt }, random)
        await captureLine(trx, { input, expiresAt, answer: renewed }, clock)
        return { expiresAt: renewed.exDate }
      }),
    ],
    { failed: giveBackSteps(channel), ended: ({ order }) => lineEnded(order) },
  )
}
