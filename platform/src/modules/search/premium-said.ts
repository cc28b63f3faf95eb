import { sql } from 'kysely'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock/index.ts'
import type { Db, Trx } from '../../kernel/database/index.ts'
import type { AskedName, AvailabilityAsker } from './ports.ts'

interface PremiumSaidTable {
  ascii: string
  retail_fen: number | null
  heard_at: Date
}

declare module '../../kernel/database/tables.ts' {
  interface Tables {
    premium_said: PremiumSaidTable
  }
}

/** Prices of registries change by the day; the order asks once more in any case. */
const keptMs = 24 * 3_600_000
/** Old rows that one new answer sweeps away. */
const sweptAtOnce = 20

/** An asker that keeps what registries say of premium names for a day: of the first year, since that is what lists show. */
export function keepingPremium(
  asker: AvailabilityAsker,
  { db, clock, log }: { db: Db; clock: Clock; log: Logger },
): AvailabilityAsker {
  return {
    async check(registry, asciiNames, signal, years = 1) {
      const answers = await asker.check(registry, asciiNames, signal, years)
      const premium = years === 1 ? [...answers].flatMap(([ascii, answer]) => saidOf(ascii, answer)) : []
      // Nobody who searches waits for it: a list without it shows the price when the order is confirmed.
      if (premium.length > 0)
        keep(db, premium, clock).catch((error: unknown) => log.warn({ err: error }, 'premium prices could not be kept'))
      return answers
    },
  }
}

/** What registries said within the last day, by name: the price of the first year, or null for a name that is not sold here. */
export async function premiumSaid(
  db: Db | Trx,
  asciiNames: readonly string[],
  clock: Clock,
): Promise<ReadonlyMap<string, number | null>> {
  if (asciiNames.length === 0) return new Map()
  const rows = await db
    .selectFrom('premium_said')
    .select(['ascii', 'retail_fen'])
    .where('ascii', 'in', asciiNames)
    .where('heard_at', '>', new Date(clock.now().getTime() - keptMs))
    .execute()
  return new Map(rows.map(({ ascii, retail_fen }) => [ascii, retail_fen]))
}

function saidOf(ascii: string, { premium }: AskedName): { ascii: string; retail_fen: number | null }[] {
  return premium ? [{ ascii, retail_fen: premium.retailFen }] : []
}

async function keep(
  db: Db,
  premium: readonly { ascii: string; retail_fen: number | null }[],
  clock: Clock,
): Promise<void> {
  const now = clock.now()
  await db
    .insertInto('premium_said')
    // In one order everywhere, so that two searches for the same names do not wait for each other.
    .values(premium.toSorted((a, b) => (a.ascii < b.ascii ? -1 : 1)).map((one) => ({ ...one, heard_at: now })))
    .onConflict((conflict) =>
      conflict.column('ascii').doUpdateSet((eb) => ({
        retail_fen: eb.ref('excluded.retail_fen'),
        heard_at: eb.ref('excluded.heard_at'),
      })),
    )
    .execute()
  const old = new Date(now.getTime() - keptMs)
  await sql`
    delete from premium_said where ascii in
      (select ascii from premium_said where heard_at <= ${old} limit ${sweptAtOnce} for update skip locked)`.execute(db)
}
