import type { Text } from '@yuming/rules'
import { sql } from 'kysely'
import type { Trx } from '../../../kernel/database/index.ts'
import type { CaseMoment } from './case-moment.ts'

interface Around {
  readonly id: string
  readonly account: string
  readonly template: string
  readonly papers: readonly string[]
  /** The A-label name that a qualification is about. */
  readonly forName: string | null
}

interface Row {
  readonly at: Date
  readonly kind: string
  readonly by: CaseMoment['by']
  readonly detail: Text | null
}

const said = (text: string | null): Text | null => (text === null || text === '' ? null : { zh: text, en: text })

/** What happened outside the review and bears on it: the provider, registries and holds, consent, the template, its names, deletions. */
export async function momentsAround(
  trx: Trx,
  one: Around,
): Promise<readonly (Omit<CaseMoment, 'at'> & { at: Date })[]> {
  const rows = [
    ...(await exchangesOf(trx, one)),
    ...(await registryOf(trx, one)),
    ...(await holdsOf(trx, one)),
    ...(await auditedOf(trx, one)),
    ...(await erasedOf(trx, one)),
  ]
  return rows.map((row) => ({ ...row, reviewer: null, paper: null, reasons: [] }))
}

/** Each command to the provider with both transaction ids (RFC 5730 §2.6), and how it was answered. */
async function exchangesOf(trx: Trx, { id }: Around): Promise<Row[]> {
  const rows = await trx
    .selectFrom('task')
    .innerJoin('intent', 'intent.task', 'task.id')
    .select(['task.number', 'intent.party', 'intent.step', 'intent.trid', 'intent.state', 'intent.answer'])
    .select(['intent.sent_at', 'intent.ended_at'])
    .where('task.kind', '=', 'VERIFY_HOLDER')
    .where(sql<boolean>`task.input ->> 'reviewCase' = ${id}`)
    .where('intent.step', '=', 'submit')
    .orderBy('intent.sent_at')
    .limit(200)
    .execute()
  return rows.flatMap(({ party, trid, state, answer, sent_at, ended_at }, nth): Row[] => {
    const { svTRID, state: verdict, message } = (answer ?? {}) as { svTRID?: string; state?: string; message?: string }
    const ids = [`clTRID ${trid}`, svTRID ? `svTRID ${svTRID}` : ''].filter(Boolean).join(', ')
    const outcome = verdict ?? message ?? state
    return [
      {
        at: sent_at,
        kind: nth === 0 ? 'exchange' : 'exchange-again',
        by: 'platform',
        detail: said(`${party}, ${ids}`),
      },
      ...(ended_at
        ? [{ at: ended_at, kind: 'exchange-answered', by: 'provider' as const, detail: said(`${outcome}, ${ids}`) }]
        : []),
    ]
  })
}

const axes: Readonly<Record<string, Text>> = {
  identity: { zh: '实名', en: 'identity' },
  naming: { zh: '命名', en: 'naming' },
  qualification: { zh: '资质', en: 'qualification' },
}
const outcomes: Readonly<Record<string, Text>> = {
  passed: { zh: '通过', en: 'passed' },
  failed: { zh: '没有通过', en: 'failed' },
  overdue: { zh: '逾期', en: 'overdue' },
  unknown: { zh: '还没认定', en: 'not settled yet' },
}

/** What registries decided of the holder and of the holder's names. */
async function registryOf(trx: Trx, { template, forName }: Around): Promise<Row[]> {
  const { rows } = await sql<{
    at: Date
    registry: string
    about: string
    axis: string
    outcome: string | null
    text: string
  }>`
    select m.received_at as at, m.registry, coalesce(m.about, m.contact) as about, m.axis, m.outcome, m.text
    from registry_message m
    where m.axis is not null and (
      m.about in (select ascii from domain where template = ${template})
      or (m.registry, m.contact) in (select registry, handle from registry_contact where template = ${template})
    ) and (${forName}::text is null or m.about = ${forName})
    order by m.received_at desc limit 200`.execute(trx)
  return rows.map(({ at, registry, about, axis, outcome, text }) => {
    const [what, end] = [axes[axis], outcomes[outcome ?? 'unknown']]
    return {
      at,
      kind: 'registry',
      by: 'registry',
      detail: {
        zh: `${registry}，${about}：${what?.zh ?? axis}${end?.zh ?? ''}，“${text}”`,
        en: `${registry}, ${about}: ${what?.en ?? axis} ${end?.en ?? ''}, “${text}”`,
      },
    }
  })
}

/** Holds that we set and lifted on the holder's names. */
async function holdsOf(trx: Trx, { template, forName }: Around): Promise<Row[]> {
  const { rows } = await sql<{ at: Date; subject: string; held: boolean; reason: string; state: string }>`
    select k.created_at as at, k.subject, k.input -> 'add' ? 'clientHold' as held, k.input ->> 'reason' as reason, k.state
    from task k join domain d on d.ascii = k.subject and d.account = k.account
    where k.kind = 'DOMAIN_STATUS' and d.template = ${template} and (${forName}::text is null or d.ascii = ${forName})
      and (k.input -> 'add' ? 'clientHold' or k.input -> 'remove' ? 'clientHold')
    order by k.created_at desc limit 200`.execute(trx)
  return rows.map(({ at, subject, held, reason, state }) => ({
    at,
    kind: held ? 'held' : 'lifted',
    by: 'platform',
    detail: said(`${subject}, clientHold, ${reason}, ${state}`),
  }))
}

const moved: Readonly<Record<string, string>> = {
  'domain.holder-change-begun': 'path-a',
  'domain.holder-changed': 'path-a-done',
  'domain.holder-change-failed': 'path-a-failed',
}

/** Consent, corrections and deletion of the template, and names that went to another (path A), from the audit chain. */
async function auditedOf(trx: Trx, { account, template, forName }: Around): Promise<Row[]> {
  const { rows } = await sql<{ at: Date; action: string; subject: string }>`
    select at, action, subject from audit_entry
    where (action like 'template.%' or action like 'consent.%' or action like 'domain.holder-change%') and (
      (subject = ${template} and action like 'template.%')
      or (subject = ${account} and action like 'consent.%')
      or (action like 'domain.holder-change%' and (detail ->> 'from' = ${template} or detail ->> 'to' = ${template})
        and subject in (select ascii from domain where account = ${account}))
    ) order by seq desc limit 300`.execute(trx)
  return rows.flatMap(({ at, action, subject }): Row[] => {
    const change = moved[action]
    if (change !== undefined) {
      if (forName !== null && subject !== forName) return []
      return [{ at, kind: change, by: action.endsWith('begun') ? 'customer' : 'platform', detail: said(subject) }]
    }
    return [{ at, kind: action, by: action === 'template.erased' ? 'platform' : 'customer', detail: null }]
  })
}

/** Certificates of deletion of this case's photographs. */
async function erasedOf(trx: Trx, { papers }: Around): Promise<Row[]> {
  if (papers.length === 0) return []
  const rows = await trx
    .selectFrom('deletion')
    .innerJoin('identity_paper', 'identity_paper.item', 'deletion.item')
    .select(['deletion.deleted_at', 'deletion.because', 'deletion.audit_seq'])
    .where('identity_paper.id', 'in', [...papers])
    .execute()
  return rows.map(({ deleted_at, because, audit_seq }) => ({
    at: deleted_at,
    kind: 'erased',
    by: 'platform',
    detail: said(`${because}, #${audit_seq}`),
  }))
}
