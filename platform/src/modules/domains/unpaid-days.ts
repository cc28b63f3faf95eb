import type { Selectable } from 'kysely'
import { chinaDay } from '../../kernel/clock/index.ts'
import type { Tables } from '../../kernel/database/index.ts'
import type { KnownSuffix } from '../catalog/index.ts'

const dayMs = 86_400_000
/** ICANN EDDP (RAA 3.7.5): a name that is not renewed is deleted within 45 days; the grace of com and net has as many. */
const longestGraceDays = 45
/** Where the catalogue does not know how long a seller renews at the usual price: as elsewhere. */
const usualRenewDays = 30
/** Kept between our deletion and the end of the registry's grace, so that a registry that is down costs no year. */
const spareDays = 2
/** ERRP 2.2: resolution is interrupted for the last eight consecutive days in which the name can be renewed. */
export const interruptedMs = 8 * dayMs
/** The interruption begins so much earlier that a registry that is down for a while still leaves eight whole days. */
const marginMs = 2 * dayMs

export interface UnpaidDays {
  /** From when the name does not resolve any more. */
  readonly stopsAt: Date
  /** Until when it can be renewed at the usual price; we delete it then. */
  readonly deletedAt: Date
  /** From when on the registry keeps the money for the year that it has added. */
  readonly graceEnds: Date
}

/** The same in days of China, for whoever is to pay. */
export interface UnpaidFacts {
  readonly stopsOn: string
  readonly deletedOn: string
  readonly stopped: boolean
}

/** undefined for a name that its registry has not renewed by itself, or that is paid for. */
export function unpaidFacts(
  {
    expires_at: expiresAt,
    registry_expires_at: registryExpiresAt,
    unpaid_held_at: heldAt,
  }: Pick<Selectable<Tables['domain']>, 'expires_at' | 'registry_expires_at' | 'unpaid_held_at'>,
  lifecycle: KnownSuffix['lifecycle'] | undefined,
): UnpaidFacts | undefined {
  if (registryExpiresAt === null) return undefined
  const { stopsAt, deletedAt } = unpaidDays({ expiresAt, heldAt }, lifecycle)
  return { stopsOn: chinaDay(stopsAt), deletedOn: chinaDay(deletedAt), stopped: heldAt !== null }
}

/** What becomes of a name that its registry has renewed by itself and that nobody pays for; `heldAt` is when its interruption began. */
export function unpaidDays(
  { expiresAt, heldAt }: { expiresAt: Date; heldAt: Date | null },
  lifecycle: KnownSuffix['lifecycle'] | undefined,
): UnpaidDays {
  const end = expiresAt.getTime()
  const graceDays = lifecycle?.autoRenewGraceDays ?? longestGraceDays
  const renewDays = Math.max(0, Math.min(lifecycle?.renewGraceDays ?? usualRenewDays, graceDays - spareDays))
  const planned = end + renewDays * dayMs
  const stopsAt = heldAt ?? new Date(Math.max(end, planned - interruptedMs - marginMs))
  return {
    stopsAt,
    // An interruption that began late, after a downtime, has its eight days all the same.
    deletedAt: new Date(Math.max(planned, stopsAt.getTime() + interruptedMs)),
    graceEnds: new Date(end + graceDays * dayMs),
  }
}
