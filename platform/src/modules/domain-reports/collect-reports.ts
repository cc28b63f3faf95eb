import type { Logger } from 'pino'
import { addDays, type Clock, chinaDay } from '../../kernel/clock/index.ts'
import type { Trx } from '../../kernel/database/index.ts'
import type { Random } from '../../kernel/random.ts'
import type { Vault } from '../../kernel/vault/index.ts'
import type { Catalog } from '../catalog/index.ts'
import { holdersToReport } from '../registrants/index.ts'
import { dueReports, mostInOneFile } from './due-reports.ts'
import type { MadeReports, Ministry, ReportCode, ReportedName, ReportOperation, Reports } from './ports.ts'

export const filePurpose = 'domain-report.file'
/** Proof that the duty was done; the interface wants three months at least. */
const keptDays = 365
/** The ministry's tables have not come, or a word is missing in them: looked at again after a while. */
const againMs = 600_000

export interface CollectDeps {
  readonly ministry: Pick<Ministry, 'make'>
  readonly catalog: Pick<Catalog, 'find'>
  readonly vault: Vault
  readonly log: Logger
}

interface Context {
  readonly trx: Trx
  readonly clock: Clock
  readonly random: Random
}

/** Puts names of which something is to be told into one file, up to what a file holds. Undefined: there is nothing to send. */
export async function collectReports(
  operation: ReportOperation,
  { trx, clock, random }: Context,
  { ministry, catalog, vault, log }: CollectDeps,
): Promise<{ file: string; item: string } | undefined> {
  const now = clock.now()
  const due = await dueReports(trx, operation, now)
    .select(['report.ascii', 'report.own_id', 'report.ministry_id', 'report.revision'])
    .select(['suffix', 'front', 'template', 'registered_at', 'expires_at', 'nameservers'])
    .orderBy('report.own_id')
    .limit(mostInOneFile)
    .forUpdate('report')
    .skipLocked()
    .execute()
  // What a shop front outside the mainland sold, or a suffix without the ministry's licence, is not a name to report there.
  const isOurs = ({ suffix, front }: (typeof due)[number]) =>
    suffix === null || (front !== 'international' && catalog.find(suffix)?.miitApproved !== false)
  const rows = operation === 'new-domain' ? due.filter(isOurs) : due
  const outside = due.filter((row) => !rows.includes(row))
  if (outside.length > 0)
    await trx
      .updateTable('domain_report')
      .set({ state: 'outside', codes: '[]', settled_at: now })
      .where('ascii', 'in', asciisOf(outside))
      .execute()
  if (rows.length === 0) return undefined
  const made = await ministry.make(await reportsOf(rows))
  await refuse(made)
  const taken = made.taken.flatMap((at) => rows[at] ?? [])
  if (made.xml === undefined || taken.length === 0) return undefined

  const file = random.uuid()
  const item = await vault.seal(trx, Buffer.from(made.xml), {
    purpose: filePurpose,
    until: addDays(clock.today(), keptDays),
    kind: operation,
  })
  await trx.insertInto('domain_report_file').values({ id: file, operation, item, made_at: now }).execute()
  await trx
    .insertInto('domain_report_entry')
    .values(
      taken.map(({ ascii, own_id, ministry_id, revision }) => ({
        file,
        ascii,
        operation,
        own_id,
        ministry_id,
        revision,
      })),
    )
    .execute()
  await trx
    .updateTable('domain_report')
    .set({ state: 'sent', codes: '[]', again_at: null, settled_at: now })
    .where('ascii', 'in', asciisOf(taken))
    .execute()
  return { file, item }

  async function reportsOf(from: typeof rows): Promise<Reports> {
    if (operation === 'remove-domain')
      return { operation, names: from.map(({ ascii, ministry_id }) => ({ ascii, ministryId: ministry_id ?? '' })) }
    const holders = await holdersToReport(
      trx,
      from.flatMap(({ template }) => template ?? []),
    )
    return {
      operation,
      names: from.map((row): ReportedName => {
        const holder = holders.get(row.template ?? '')
        if (!holder || !row.registered_at || !row.expires_at) throw new Error(`${row.ascii} has no holder`)
        return {
          ascii: row.ascii,
          ownId: String(row.own_id),
          ministryId: row.ministry_id,
          registeredOn: chinaDay(row.registered_at),
          expiresOn: chinaDay(row.expires_at),
          nameServers: row.nameservers ?? [],
          holder,
        }
      }),
    }
  }

  async function refuse({ against }: MadeReports): Promise<void> {
    let ours = 0
    for (const [at, codes] of against) {
      const ascii = rows[at]?.ascii
      if (ascii === undefined) continue
      const wait = codes.every(({ asks }) => asks === 'us')
      if (wait) ours++
      await trx
        .updateTable('domain_report')
        .set({
          codes: JSON.stringify(codes satisfies readonly ReportCode[]),
          settled_at: now,
          ...(wait ? { again_at: new Date(now.getTime() + againMs) } : { state: 'refused' as const }),
        })
        .where('ascii', '=', ascii)
        .execute()
    }
    if (ours > 0) log.error({ names: ours }, 'names cannot be reported until the ministry’s tables have their words')
  }
}

function asciisOf(rows: readonly { ascii: string }[]): string[] {
  return rows.map(({ ascii }) => ascii)
}
