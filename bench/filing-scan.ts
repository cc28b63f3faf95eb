import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type pg from 'pg'
import { fixedClock } from '../platform/src/kernel/clock/index.ts'
import { createDb, createPool, migrate, startEmbeddedServer } from '../platform/src/kernel/database/index.ts'
import { createLogger } from '../platform/src/kernel/logging/index.ts'
import { systemRandom as random } from '../platform/src/kernel/random.ts'
import { createNightlyScan } from '../platform/src/modules/filing/index.ts'
import type { Bench } from './figures.ts'

const perSubject = 10

/**
 * The night's look at everything that is filed: rows of a real, durable database, two in a hundred with something to find.
 * The second night finds nothing new and reads what the first has found.
 */
export const benchFilingScan: Bench = async ({ quick, say }) => {
  const services = quick ? 10_000 : 1_000_000
  const folder = mkdtempSync(path.join(tmpdir(), 'yuming-bench-'))
  const server = await startEmbeddedServer(path.join(folder, 'database'))
  try {
    const admin = createPool(server.url('postgres'), { max: 1 })
    await admin.query('create database bench')
    await admin.end()
    const pool = createPool(server.url('bench'), { max: 4 })
    await migrate(pool)
    say(`writing ${services.toLocaleString('en')} filed services …`)
    await fill(pool, services)
    const clock = fixedClock('2026-11-24T18:00:00Z')
    const scan = createNightlyScan({ db: createDb(pool), clock, random, log: createLogger('error') })
    const nights: number[] = []
    for (const night of ['first', 'second']) {
      say(`the ${night} night …`)
      const begun = performance.now()
      const looked = await scan.look()
      if (looked !== services + services / perSubject) throw new Error(`only ${looked} were looked at`)
      nights.push((performance.now() - begun) / 1_000)
      clock.advance(86_400_000)
    }
    const { rows } = await pool.query<{ found: number; ended: number }>(
      'select sum(found)::int as found, sum(ended)::int as ended from filing_scan',
    )
    await pool.end()
    const [first = Number.NaN, second = Number.NaN] = nights
    const found = rows[0]?.found ?? 0
    if (found !== services / 50) throw new Error(`${found} things were found, not ${services / 50}`)
    return [
      {
        key: 'scanPerSecond',
        value: services / Math.max(first, second),
        unit: 'filings/s',
        note: `the slower of two nights, ${services.toLocaleString('en')} filings, without probes`,
      },
      { key: 'scanSeconds', value: Math.max(first, second), unit: 's' },
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Subjects with their services, names, accesses and holders; of a hundred names one has ended, and one went to another. */
async function fill(pool: pg.Pool, services: number): Promise<void> {
  const client = await pool.connect()
  const id = (table: string, n: string) => `md5('${table}' || ${n})::uuid`
  const subjects = services / perSubject
  const subject = `(n % ${subjects})`
  const filled = [
    `insert into account (id, name, locale, created_at)
     select ${id('account', 'n')}, '压测', 'zh', now() from generate_series(0, 999) n`,
    `insert into identity (id, account, holder_type, kind, name_digest, number_digest, number_item, created_at)
     select ${id('identity', 'n')}, ${id('account', '(n % 1000)')}, 'organisation', 'business-licence',
       sha256(('name' || n)::bytea), sha256(('number' || n)::bytea), gen_random_uuid(), now()
     from generate_series(0, ${subjects - 1}) n`,
    `insert into registrant_template (id, account, holder_type, name_zh, name_en, contact_zh, contact_en, region, province_zh,
       province_en, city_zh, city_en, street_zh, street_en, postcode, phone, email, certificate_kind, certificate_tail,
       identity, is_default, created_at, identity_record)
     select ${id('template', 'n')}, ${id('account', '(n % 1000)')}, 'organisation', '压测', 'Bench', '压测', 'Bench', 'CN', '浙江省',
       'Zhejiang', '杭州市', 'Hangzhou', '路', 'Road', '310000', '+86.13800000000', 'bench@yuming.example', 'business-licence', '0000',
       'verified', false, now(), ${id('identity', 'n')}
     from generate_series(0, ${subjects - 1}) n`,
    `insert into domain (id, account, name, ascii, variant_key, suffix, registry, template, holder_type, registered_at, expires_at,
       auth_info)
     select ${id('domain', 'n')}, ${id('account', '(n % 1000)')}, name, name, name, 'cn', 'cnnic',
       ${id('template', `(case when n % 100 = 1 then (n + 1) % ${subjects} else ${subject} end)`)}, 'organisation',
       '2020-01-01', case when n % 100 = 0 then timestamptz '2026-11-01' else timestamptz '2028-01-01' end, '\\x00'
     from (select n, 'bench-' || n || '.cn' as name from generate_series(0, ${services - 1}) n) named`,
    `insert into filing_subject (id, account, number_digest, name_digest, template, nature, name, province, number, own_id,
       state, filed, filed_at, phones_confirmed_on)
     select ${id('subject', 'n')}, ${id('account', '(n % 1000)')}, sha256(('number' || n)::bytea), sha256(('name' || n)::bytea),
       ${id('template', 'n')}, 'enterprise', '压测', '330000', '浙ICP备' || n || '号', 's' || n, 'filed', '\\x00', now(), '2026-06-01'
     from generate_series(0, ${subjects - 1}) n`,
    `insert into filing_service (id, subject, kind, name, number, own_id, state, filed, filed_at)
     select ${id('service', 'n')}, ${id('subject', subject)}, 'website', '压测网站', '浙ICP备' || ${subject} || '号-' || n, 'v' || n,
       'filed', '\\x00', now()
     from generate_series(0, ${services - 1}) n`,
    // Every third name is one under its registered name.
    `insert into filing_domain (service, ascii, own_id)
     select ${id('service', 'n')}, case when n % 3 = 2 then 'www.' else '' end || 'bench-' || n || '.cn', 'd' || n
     from generate_series(0, ${services - 1}) n`,
    `insert into filing_access (id, service, own_id, product, ips, place)
     select ${id('access', 'n')}, ${id('service', 'n')}, 'a' || n, 'cloud-server', '{203.0.113.10}', '浙江省'
     from generate_series(0, ${services - 1}) n`,
  ]
  try {
    // Rows as they would be; what is written beside them at every change is not measured here.
    await client.query('set session_replication_role = replica')
    for (const each of filled) await client.query(each)
    await client.query('reset session_replication_role')
    await client.query('analyze')
  } finally {
    client.release()
  }
}
