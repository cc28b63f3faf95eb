import { chinaDay } from '../../../kernel/clock/index.ts'
import {
  defineTask,
  localStep,
  outsideStep,
  RetryLater,
  StepRefused,
  type TaskDefinition,
} from '../../../kernel/tasks/index.ts'
import { claimName, moveExpiry, refusedByRegistry, releaseClaim } from '../../domains/index.ts'
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
  /** The same as the registry told it: an instant. */
  readonly expiresAt: string
}

interface RenewAnswer {
  readonly code: number
  readonly message: string
  readonly clTRID: string
  readonly svTRID: string
  readonly exDate: string
}

/** What a registry makes of 29 February a year later: the 28th, or 1 March. */
const leapDayMs = 86_400_000
/** How long to wait for another renewal of the name. */
const claimedMs = 1_000

function yearsAfter(instant: string, years: number): number {
  const at = new Date(instant)
  return at.setUTCFullYear(at.getUTCFullYear() + years)
}

/** Renews one paid line by whole years (RFC 5731 §3.2.3); `curExpDate` keeps a repetition from renewing twice. */
export function renewTask({ registries, channel, lineEnded }: OrderTaskDeps): TaskDefinition<LineInput> {
  return defineTask<LineInput>(
    'ORDER_RENEW',
    [
      outsideStep<LineInput, RenewRequest, RenewAnswer>('renew', {
        party: ({ input }) => `renew:${input.suffix}`,
        async prepare({ trx, input, task, clock }) {
          // One renewal of a name at a time: what another has added would be taken for what a lost command of this one did.
          if (!(await claimName(trx, { key: input.key, task: task.id }, clock))) throw new RetryLater(claimedMs)
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
            expiresAt: domain.expires_at.toISOString(),
          }
        },
        send: ({ registry, ascii, years, currentExpiry }, { trid }) =>
          refusedByRegistry(() =>
            registries.registry(registry).renew({ ascii, years, currentExpiry }, { clTRID: trid }),
          ),
        async reconcile({ registry, ascii, years, expiresAt }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          // Nobody renews a name that has left him: the command goes again, is refused, and the money goes back.
          if (!found?.ours) return { known: 'not-applied' }
          const expiry = Date.parse(found.exDate)
          if (expiry <= Date.parse(expiresAt)) return { known: 'not-applied' }
          return expiry >= yearsAfter(expiresAt, years) - leapDayMs
            ? {
                known: 'applied',
                answer: { code: 1000, message: 'found by info', clTRID: trid, svTRID: '', exDate: found.exDate },
              }
            : { known: 'unknown' }
        },
      }),
      localStep('record', async ({ trx, input, results, task, clock, random }) => {
        const renewed = results.renew as RenewAnswer
        const expiresAt = new Date(renewed.exDate)
        await moveExpiry(trx, { ascii: input.ascii, account: input.account, expiresAt }, random)
        await captureLine(trx, { input, expiresAt, answer: renewed }, clock)
        await releaseClaim(trx, { key: input.key, task: task.id })
        return { expiresAt: renewed.exDate }
      }),
    ],
    { failed: giveBackSteps(channel), ended: ({ order }) => lineEnded(order) },
  )
}
