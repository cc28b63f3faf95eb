import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import type { Order, Stage } from './stage.ts'

interface Held {
  readonly sponsor: string
  readonly crDate: string
  readonly exDate: string
  readonly registrant?: string
}
interface Trade {
  readonly status: string
  readonly totalFen: number
  readonly refundedFen: number
  readonly paidAt: string | null
  readonly refunds: readonly { readonly requestNo: string; readonly fen: number }[]
}

interface Upload {
  readonly bureau: string
  readonly sequence: number
  readonly fileName: string
}

const registryOf = (ascii: string) => (ascii.endsWith('.com') ? 'thin' : ascii.endsWith('.xyz') ? 'general' : 'cn')

/** Everything paid has its end within so long: whoever lost an answer asks, now and then. */
const patienceMs = 60_000

/** Holds what the platform says against the records of the registries and of the payment channel, until they agree or a minute is over. */
export async function faultsOf(stage: Stage, db: pg.Client): Promise<{ orders: Order[]; faults: string[] }> {
  for (const end = Date.now() + patienceMs; ; await delay(1_000)) {
    const orders: Order[] = []
    for (const number of stage.numbers) orders.push(await stage.order(number))
    const faults = [
      ...(await stillOpen(db)),
      ...orders.flatMap(wholeRefund),
      ...(await namesAgainstRegistries(stage, orders, db)),
      ...(await tradesAgainstChannel(stage, orders, db)),
      ...(await booksWhole(stage, db)),
      ...(await filingsWhole(stage, db)),
    ]
    if (faults.length === 0 || Date.now() > end)
      return { orders, faults: [...faults, ...auditWhole(stage.world.folder)] }
  }
}

async function stillOpen(db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<Record<string, number>>(
    `select (select count(*)::int from task where state in ('waiting', 'executing', 'unknown')) as tasks,
      (select count(*)::int from orders where state = 'processing') as orders,
      (select count(*)::int from intent where state in ('sent', 'unknown')) as intents`,
  )
  return Object.entries(rows[0] ?? {}).flatMap(([what, count]) => (count > 0 ? [`${count} ${what} never ended`] : []))
}

function wholeRefund({ number, totalFen, refundedFen, lines: [line] }: Order): string[] {
  const wantedFen = line?.state === 'refunded' ? totalFen : 0
  return refundedFen === wantedFen ? [] : [`${number}: ${line?.state}, and ${refundedFen} of ${totalFen} fen are back`]
}

/** A paid name is ours there and here once, with its paid years, or neither there nor here, and the money is back. */
async function namesAgainstRegistries(stage: Stage, orders: readonly Order[], db: pg.Client): Promise<string[]> {
  const faults: string[] = []
  const oursAt = (id: string) => String(stage.world.sandboxWorld.registries.find((one) => one.id === id)?.clientId)
  for (const order of orders.filter(({ kind }) => kind === 'register')) {
    const line = order.lines[0]
    if (!line) continue
    const { ascii, state } = line
    const registry = registryOf(ascii)
    const held = (await stage.sandbox.domain(registry, ascii)) as Held | undefined
    const ours = held?.sponsor === oursAt(registry)
    const { rows } = await db.query<{ expires_at: Date; handle: string | null }>(
      `select expires_at, handle from domain left join registry_contact on registry_contact.template = domain.template
         and registry_contact.registry = domain.registry where ascii = $1 and released_at is null`,
      [ascii],
    )
    if (state === 'succeeded') {
      if (!ours || rows.length !== 1) faults.push(`${ascii}: ${rows.length} times here, ours at the registry: ${ours}`)
      else faults.push(...yearsAndHolder(ascii, held, rows[0], 1 + renewals(orders, ascii)))
    } else {
      if (ours || rows.length !== 0) faults.push(`${ascii}: ${state}, and ours: there ${ours}, here ${rows.length}`)
      if (state !== 'refunded' && !['awaiting-payment', 'closed'].includes(order.state))
        faults.push(`${ascii}: ${state}, in an order that is ${order.state}`)
    }
  }
  return faults
}

const renewals = (orders: readonly Order[], ascii: string) =>
  orders.filter(({ kind, lines }) => kind === 'renew' && lines[0]?.ascii === ascii && lines[0].state === 'succeeded')
    .length

function yearsAndHolder(
  ascii: string,
  held: Held,
  kept: { expires_at: Date; handle: string | null } | undefined,
  years: number,
): string[] {
  const wanted = new Date(held.crDate)
  wanted.setUTCFullYear(wanted.getUTCFullYear() + years)
  const there = Date.parse(held.exDate)
  const faults: string[] = []
  // A 29 February may have become the day before or after.
  if (Math.abs(there - wanted.getTime()) > 86_400_000)
    faults.push(`${ascii}: ${years} years paid, until ${held.exDate}`)
  if (kept?.expires_at.getTime() !== there) faults.push(`${ascii}: until ${held.exDate} there, and not so here`)
  if (held.registrant !== undefined && held.registrant !== kept?.handle)
    faults.push(`${ascii}: another holder at the registry`)
  return faults
}

/** Money that the channel has was applied once; money that went back went once, whole, and only when it should. */
async function tradesAgainstChannel(stage: Stage, orders: readonly Order[], db: pg.Client): Promise<string[]> {
  const faults: string[] = []
  const { rows } = await db.query<{ trade: string; state: string; number: string | null }>(
    'select out_trade_no as trade, payment.state, number from payment left join orders on orders.id = payment.order_id',
  )
  let takenFen = 0
  for (const { trade, state, number } of rows) {
    const found = await stage.sandbox.call<Trade>('GET', `payment/trades/${trade}`).catch(() => undefined)
    if (!found?.paidAt) {
      if (state === 'paid') faults.push(`${trade}: paid here, and not at the channel`)
      continue
    }
    takenFen += found.totalFen - found.refundedFen
    if (state !== 'paid') faults.push(`${trade}: the channel has the money, and here it is ${state}`)
    const order = orders.find((one) => one.number === number)
    const owedFen = order?.method === 'alipay' ? order.refundedFen : 0
    if (found.refundedFen !== owedFen || found.refunds.length !== (owedFen > 0 ? 1 : 0))
      faults.push(`${trade}: ${found.refundedFen} went back in ${found.refunds.length} refunds, not ${owedFen}`)
  }
  const channel = await db.query<{ fen: string }>(
    "select sum(fen) as fen from ledger_entry where account = 'channel/alipay'",
  )
  if (-Number(channel.rows[0]?.fen) !== takenFen)
    faults.push(`the channel keeps ${takenFen} for us, the ledger says ${-Number(channel.rows[0]?.fen)}`)
  return faults
}

/** Files to the bureaus went once each, under numbers without a gap; what the bureaus sent was taken and carried out once. */
async function filingsWhole(stage: Stage, db: pg.Client): Promise<string[]> {
  const faults = stage.hasEntry ? await (await stage.entry()).end() : []
  if (!stage.hasFiling) return faults
  const { end } = await stage.filing()
  faults.push(...(await end()))
  const { uploads } = await stage.sandbox.call<{ uploads: Upload[] }>('GET', 'bureaus/uploads')
  const { rows: sent } = await db.query<Upload>(
    `select bureau, sequence, file_name as "fileName" from bureau_upload where state = 'accepted' order by bureau, sequence`,
  )
  const line = ({ bureau, sequence, fileName }: Upload) => `${bureau} ${sequence} ${fileName}`
  const [here, there] = [sent.map(line), uploads.map(line)]
  if (here.sort().join('\n') !== there.sort().join('\n'))
    faults.push(`${here.length} files were sent, the bureaus have ${there.length} or others`)
  if (new Set(uploads.map(({ fileName }) => fileName)).size !== uploads.length) faults.push('a file was uploaded twice')
  for (const [at, { bureau, sequence }] of uploads.entries()) {
    const before = uploads[at - 1]
    if (sequence !== (before?.bureau === bureau ? before.sequence + 1 : 1))
      faults.push(`${bureau}: the numbers have a gap before ${sequence}`)
  }
  const { bureaus } = await stage.sandbox.call<{ bureaus: { id: string; waiting: number }[] }>('GET', 'bureaus')
  for (const { id, waiting } of bureaus) if (waiting > 0) faults.push(`${id}: ${waiting} files were never taken`)
  const { rows } = await db.query<{ open: number; twice: number }>(
    `select (select count(*)::int from bureau_download where processed_at is null) as open,
       (select count(*)::int from (select 1 from filing_event e join filing_order o on o.id = e.filing_order
          where e.kind = 'bureau-refused' group by e.filing_order, o.attempt having count(*) > o.attempt) x) as twice`,
  )
  if ((rows[0]?.open ?? 0) > 0) faults.push(`${rows[0]?.open} files of bureaus were never carried out`)
  if ((rows[0]?.twice ?? 0) > 0) faults.push(`${rows[0]?.twice} answers of bureaus were carried out twice`)
  return faults
}

async function booksWhole(stage: Stage, db: pg.Client): Promise<string[]> {
  const { rows } = await db.query<Record<string, number>>(
    `select (select coalesce(sum(fen), 0)::int from ledger_entry) as "fen is the sum of the ledger, not 0",
      (select coalesce(sum(balance_fen), 0)::int from ledger_account where id like '%/frozen/%') as "fen are still frozen",
      (select count(*)::int from ledger_account where balance_fen < 0 and not may_be_negative) as "accounts are below zero",
      (select count(*)::int from ledger_account where not may_be_negative and balance_fen <> (select coalesce(sum(fen), 0) from ledger_entry
         where ledger_entry.account = ledger_account.id)) as "accounts are not the sum of their entries",
      (select count(*)::int from review_case where state = 'provider') as "holders were never decided about"`,
  )
  const faults = Object.entries(rows[0] ?? {}).flatMap(([what, count]) => (count === 0 ? [] : [`${count} ${what}`]))
  const { balanceFen } = await stage.client.get<{ balanceFen: number }>('balance')
  const kept = await db.query<{ fen: string }>(
    "select sum(balance_fen) as fen from ledger_account where id like 'customer/%' and id not like '%/frozen/%'",
  )
  if (Number(kept.rows[0]?.fen) !== balanceFen)
    faults.push(`the balance is ${balanceFen}, its entries say ${kept.rows[0]?.fen}`)
  return faults
}

/** The chain of the audit log, as its own command walks it. */
function auditWhole(folder: string): string[] {
  try {
    execFileSync(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', 'platform/src/kernel/audit/verify-main.ts'],
      {
        env: { ...process.env, YUMING_CONFIG: path.join(folder, 'platform', 'yuming.config.json') },
        stdio: 'ignore',
      },
    )
    return []
  } catch {
    return ['the chain of the audit log is not whole']
  }
}
