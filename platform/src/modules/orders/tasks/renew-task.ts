import { chinaDay } from '../../../kernel/clock/index.ts'
import type { Trx } from '../../../kernel/database/index.ts'
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

interface Looked {
  /** The day that the registry has; null where the name is not ours there, or is deleted. */
  readonly exDate: string | null
}

const dayMs = 86_400_000
/** What a registry makes of 29 February a year later: the 28th, or 1 March. */
const leapDayMs = dayMs
/** How long to wait for another renewal of the name. */
const claimedMs = 1_000

function yearsAfter(instant: string, years: number): number {
  const at = new Date(instant)
  return at.setUTCFullYear(at.getUTCFullYear() + years)
}

/** How many whole years the registry has added to the paid day by itself. */
function yearsGiven(paidUntil: string, { exDate }: Looked): number {
  if (exDate === null) return 0
  let years = 0
  while (Date.parse(exDate) >= yearsAfter(paidUntil, years + 1) - leapDayMs) years++
  return years
}

/**
 * Renews one paid line by whole years (RFC 5731 §3.2.3); `curExpDate` keeps a repetition from renewing twice. A year that the
 * registry has added by itself at expiry (RFC 3915 §3.1, autoRenewPeriod) is the first of those paid for: it is not bought again.
 */
export function renewTask({ registries, channel, lineEnded }: OrderTaskDeps): TaskDefinition<LineInput> {
  return defineTask<LineInput>(
    'ORDER_RENEW',
    [
      outsideStep<LineInput, Pick<RenewRequest, 'registry' | 'ascii'>, Looked>('look', {
        party: ({ input }) => `renew:${input.suffix}`,
        async prepare({ trx, input, task, clock }) {
          // One renewal of a name at a time: what another has added would be taken for a year of the registry's.
          if (!(await claimName(trx, { key: input.key, task: task.id }, clock))) throw new RetryLater(claimedMs)
          const domain = await heldDomain(trx, input)
          if (!domain) return undefined
          const apart = domain.registry_expires_at !== null
          const over = domain.expires_at.getTime() - dayMs <= clock.now().getTime()
          return apart || over ? { registry: domain.registry, ascii: input.ascii } : undefined
        },
        async send({ registry, ascii }) {
          const found = await registries.registry(registry).info(ascii)
          // The year of a name that is pending delete is gone with it: the registry is asked to renew, and refuses.
          const lives = found?.ours && !found.statuses.includes('pendingDelete')
          return { exDate: lives ? found.exDate : null }
        },
        reconcile: async () => ({ known: 'not-applied' }),
      }),
      outsideStep<LineInput, RenewRequest, RenewAnswer>('renew', {
        party: ({ input }) => `renew:${input.suffix}`,
        async prepare({ trx, input, results, task, clock }) {
          // One renewal of a name at a time: what another has added would be taken for what a lost command of this one did.
          if (!(await claimName(trx, { key: input.key, task: task.id }, clock))) throw new RetryLater(claimedMs)
          const domain = await heldDomain(trx, input)
          if (!domain || !input.expectedExpiry || domain.expires_at.toISOString() !== input.expectedExpiry)
            throw new StepRefused({
              code: 'renewal.changed-meanwhile',
              findings: [lostMeanwhile(chinaDay(clock.now()))],
            })
          const looked = results.look as Looked | null | undefined
          const given = looked ? yearsGiven(input.expectedExpiry, looked) : 0
          if (given >= input.years) return undefined
          const expiresAt = given > 0 && looked?.exDate ? new Date(looked.exDate).toISOString() : input.expectedExpiry
          return {
            registry: domain.registry,
            ascii: input.ascii,
            years: input.years - given,
            currentExpiry: expiresAt.slice(0, 10),
            expiresAt,
          }
        },
        send: ({ registry, ascii, years, currentExpiry }, { trid }) =>
          refusedByRegistry(() =>
            registries.registry(registry).renew({ ascii, years, currentExpiry }, { clTRID: trid }),
          ),
        async reconcile({ registry, ascii, years, expiresAt }, { trid }) {
          const found = await registries.registry(registry).info(ascii)
          // Nobody renews a name that has left him, or is deleted: the command goes again, is refused, and the money goes back.
          if (!found?.ours || found.statuses.includes('pendingDelete')) return { known: 'not-applied' }
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
        const renewed = (results.renew as RenewAnswer | null) ?? givenAlready(results.look as Looked)
        const registryExpiresAt = new Date(renewed.exDate)
        const paidUntil = input.expectedExpiry ?? renewed.exDate
        // A registry that has added more years than were paid for keeps them for the next renewal.
        const more = yearsGiven(paidUntil, renewed) > input.years
        const expiresAt = more ? new Date(yearsAfter(paidUntil, input.years)) : registryExpiresAt
        await moveExpiry(trx, { ascii: input.ascii, account: input.account, expiresAt, registryExpiresAt }, random)
        await captureLine(trx, { input, expiresAt, answer: renewed }, clock)
        await releaseClaim(trx, { key: input.key, task: task.id })
        return { expiresAt: expiresAt.toISOString() }
      }),
    ],
    { failed: giveBackSteps(channel), ended: ({ order }) => lineEnded(order) },
  )
}

/** The registry had the years already: nothing was sent. */
function givenAlready({ exDate }: Looked): RenewAnswer {
  if (exDate === null) throw new Error('a renewal without a command has a day of the registry')
  return { code: 1000, message: 'renewed by the registry itself (autoRenewPeriod)', clTRID: '', svTRID: '', exDate }
}

async function heldDomain(trx: Trx, { ascii, account }: LineInput) {
  return trx
    .selectFrom('domain')
    .select(['registry', 'expires_at', 'registry_expires_at'])
    .where('ascii', '=', ascii)
    .where('account', '=', account)
    .where('released_at', 'is', null)
    .executeTakeFirst()
}
