import pg from 'pg'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeTemplate, organisationTemplate, signUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeReviewer } from '../scripts/world/verified.ts'
import { benchCodes } from './codes.ts'
import { type Bench, percentile } from './figures.ts'
import { benchHolders } from './holders.ts'
import { inTemporaryWorld } from './in-temporary-world.ts'
import { benchPapers } from './papers.ts'

/** Open cases in the queue of the reviewers. */
const cases = 100_000

interface Page {
  readonly cases: readonly { readonly id: string; readonly dueAt: string }[]
  readonly next: string | null
}

/** What verification costs: holders and numbers by the rules, signed codes, pictures of papers, and a page of a queue with 100,000 open cases. */
export const benchIdentity: Bench = async (options) => [
  ...(await benchHolders(options)),
  ...(await benchCodes(options)),
  ...(await benchPapers(options)),
  ...(await queue(options)),
]

const queue: Bench = ({ quick, say }) =>
  inTemporaryWorld(async (world, folder) => {
    const client = await signUp(world.origin, 'bench@yuming.example', 'a-long-enough-Password-1', '压测')
    const template = await makeTemplate(
      client,
      new SandboxControls(world.sandboxOrigin),
      organisationTemplate('bench@yuming.example'),
    )
    const reviewer = await makeReviewer(world.origin, folder, 'bench-reviewer@yuming.example')
    say(`writing ${cases} open cases …`)
    await fill(String(world.platform.ready.database), template)
    await readPage(reviewer, undefined)
    const times = quick ? 200 : 1_000
    say(`${times} pages from all over the queue …`)
    const samples: number[] = []
    let after: string | undefined
    for (let count = 0; count < times; count++) {
      // Every tenth look begins at the top, as a reviewer's does; the others go on from a place far down.
      const started = performance.now()
      const page = await readPage(reviewer, count % 10 === 0 ? undefined : after)
      samples.push(performance.now() - started)
      if (page.cases.length === 0) throw new Error('a page of the queue is empty')
      after = placeAt(count)
    }
    return [
      { key: 'queueP50Ms', value: percentile(samples, 0.5), unit: 'ms', note: '50 of 100,000 open cases, over HTTP' },
      { key: 'queueP99Ms', value: percentile(samples, 0.99), unit: 'ms' },
    ]
  })

const readPage = (reviewer: ApiClient, after: string | undefined) =>
  reviewer.get<Page>(`operator/reviews${after === undefined ? '' : `?after=${encodeURIComponent(after)}`}`)

/** Somewhere in the queue: cases are due a minute after each other. */
function placeAt(count: number): string {
  const dueAt = new Date(Date.parse(firstDue) + ((count * 7_919) % (cases - 100)) * 60_000).toISOString()
  return `${dueAt}_00000000-0000-0000-0000-000000000000`
}

const firstDue = '2027-01-01T00:00:00.000Z'

/** Templates and cases like those that a person would make, all on the certificate of one. */
async function fill(database: string, template: string): Promise<void> {
  const db = new pg.Client({ connectionString: database })
  await db.connect()
  try {
    await db.query('begin')
    await db.query(
      `insert into registrant_template select (t).* from (
         select jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'is_default', false, 'identity', 'reviewing')) as t
         from registrant_template r, generate_series(1, ${cases}) where r.id = $1) filled`,
      [template],
    )
    await db.query(
      `insert into review_case (id, number, account, template, axis, attempt, state, papers, submitted_at, due_at)
       select gen_random_uuid(), 'SM-B' || n, account, id, 'identity', 1, 'waiting', '{}', $1::timestamptz, $1::timestamptz + n * interval '1 minute'
       from (select id, account, row_number() over () as n from registrant_template where identity = 'reviewing') t`,
      [firstDue],
    )
    await db.query('commit')
    await db.query('analyze')
  } finally {
    await db.end()
  }
}
