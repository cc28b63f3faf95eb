import type pg from 'pg'
import { systemRandom as random } from '../../../kernel/random.ts'
import { identityDigests } from '../../registrants/index.ts'
import { ownId } from '../own-id.ts'
import { registeredName, verifiedPerson } from './applicants.ts'
import type { FilingApi } from './filing-api.ts'

let made = 0

/** A site that is filed for a visitor's holder, with its number and one access: as after its approval. */
export async function filedSite(
  api: FilingApi,
  {
    account,
    template,
    domains,
    triple = { name: '张三', kind: 'cn-resident-id', number: '440308198503150031' },
  }: {
    account: string
    template: string
    domains: readonly string[]
    triple?: { name: string; kind: string; number: string }
  },
): Promise<{ subject: string; service: string; number: string }> {
  const [subject, service] = [random.uuid(), random.uuid()]
  const number = `粤ICP备${String(20_260_000 + ++made).padStart(8, '0')}号`
  await api.db.transaction().execute(async (trx) => {
    const digests = await identityDigests(api.vault, triple, { trx, random })
    // The certificate is filed once: a later site of one test file takes it over.
    await trx
      .updateTable('filing_subject')
      .set({ state: 'cancelled' })
      .where('number_digest', '=', digests.number_digest)
      .execute()
    const filed = {
      state: 'filed' as const,
      filed_at: api.clock.now(),
      ended_at: null,
      filed: Buffer.from('00', 'hex'),
      bureau_id: null,
    }
    await trx
      .insertInto('filing_subject')
      .values({
        ...filed,
        ...digests,
        id: subject,
        account,
        template,
        nature: 'person',
        name: triple.name,
        province: '440000',
        number,
        own_id: await ownId(trx),
        phones_confirmed_on: api.clock.today(),
      })
      .execute()
    await trx
      .insertInto('filing_service')
      .values({
        ...filed,
        id: service,
        subject,
        kind: 'website',
        name: '山月手记小站',
        number: `${number}-1`,
        home_url: null,
        own_id: await ownId(trx),
      })
      .execute()
    for (const ascii of domains)
      await trx
        .insertInto('filing_domain')
        .values({ service, ascii, own_id: await ownId(trx), bureau_id: null, ended_at: null })
        .execute()
    await trx
      .insertInto('filing_access')
      .values({
        id: random.uuid(),
        service,
        own_id: await ownId(trx),
        bureau_id: null,
        product: 'cloud-server',
        server: null,
        ips: ['203.0.113.10'],
        place: '广东省',
        ended_at: null,
      })
      .execute()
  })
  return { subject, service, number: `${number}-1` }
}

/** What is open about filings, in the order of kinds. */
export async function openDuties(
  pool: pg.Pool,
  service: string,
): Promise<{ kind: string; ascii: string | null; due_on: string; found_by: string }[]> {
  const { rows } = await pool.query(
    `select kind, ascii, due_on, found_by from filing_duty
     where done_at is null and (service = $1 or subject = (select subject from filing_service where id = $1)) order by kind`,
    [service],
  )
  return rows
}

/** A filed site of a new customer, on a name of theirs, or on names under it. */
export async function filedBySomebody(api: FilingApi, ...under: string[]) {
  const who = await api.customer()
  const account = (await who.call('GET', 'v1/session')).body.account.id as string
  const template = await verifiedPerson(api, who)
  const name = await registeredName(api, who, template)
  const domains = under.length > 0 ? under.map((label) => `${label}.${name}`) : [name]
  return { who, account, template, name, ...(await filedSite(api, { account, template, domains })) }
}
