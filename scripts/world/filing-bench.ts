import { expect } from 'vitest'
import { miitBureaus } from '../../platform/src/gateways/bureau-miit/index.ts'
import { bureauLines } from '../../platform/src/gateways/bureau-miit/lines.ts'
import type { Clock } from '../../platform/src/kernel/clock/index.ts'
import type { Db } from '../../platform/src/kernel/database/index.ts'
import { createLogger } from '../../platform/src/kernel/logging/index.ts'
import { systemRandom } from '../../platform/src/kernel/random.ts'
import { taskBench } from '../../platform/src/kernel/tasks/testing/bench.ts'
import type { Vault } from '../../platform/src/kernel/vault/index.ts'
import { loadCatalog } from '../../platform/src/modules/catalog/index.ts'
import {
  answerBureauTask,
  type BureauLines,
  createBureauJobs,
  submitFilingTask,
} from '../../platform/src/modules/filing/index.ts'
import { registeredName, verifiedPerson } from '../../platform/src/modules/filing/testing/applicants.ts'
import {
  type Applicant,
  filingApi,
  lookAtPapers,
  takePhoto,
} from '../../platform/src/modules/filing/testing/filing-api.ts'
import { until } from '../../platform/src/testing/filing/bureau-world.ts'
import { temporaryFolder } from '../../platform/src/testing/temporary-folder.ts'
import { openBureaus } from '../../sandbox/src/bureaus/bureaus.ts'
import { MovableClock } from '../../sandbox/src/world/clock.ts'
import { systemRandom as sandboxRandom } from '../../sandbox/src/world/random.ts'

export const guangdong = '440000'
const log = createLogger(process.env.TEST_LOG === undefined ? 'silent' : 'error')

/** The filing API, its task and its download loop against the sandbox's bureaus: real sockets, one process, one clock. */
export async function filingBench() {
  const sent: { to: string; message: string }[] = []
  const time = { now: () => new Date('2026-11-24T02:00:00Z') }
  const bureaus = await openBureaus({
    data: temporaryFolder('bureaus'),
    port: 0,
    clock: new MovableClock({ now: () => time.now() }, 0),
    random: sandboxRandom,
    deliver: (to, message) => void sent.push({ to, message }),
    smsPage: () => 'http://sandbox.invalid/bureaus/sms',
  })
  let connected: ReturnType<typeof miitBureaus> | undefined
  const connect = (deps: { db: Db; vault: Vault; clock: Clock }) => {
    const connections = [...bureaus.all.values()]
      .filter(({ province }) => province)
      .map(({ id, port, account: { ispId, userName, password, aes } }) => ({
        id,
        profile: 'miit-3.0',
        address: `http://127.0.0.1:${port}`,
        ispId,
        user: userName,
        password,
        aes,
        operationIds: false,
      }))
    connected = miitBureaus(connections, { ...deps, log })
    return connected
  }
  const lines: BureauLines = {
    stopped: async (trx) => lineOf().stopped(trx),
    failing: async (trx) => lineOf().failing(trx),
    setAside: async (trx, choice) => lineOf().setAside(trx, choice),
    release: async (bureau, key) => lineOf().release(bureau, key),
  }
  const api = await filingApi(connect, lines)
  function lineOf(): BureauLines {
    if (!connected) throw new Error('no bureau was connected')
    return bureauLines(connected, undefined)
  }
  if (!connected) throw new Error('no bureau was connected')
  const gateway = connected
  time.now = () => api.clock.now()
  const { db, vault, clock, nameOf } = api
  const tasks = taskBench(api)
  const unknown = new Set<string>()
  const deps = {
    db,
    vault,
    catalog: loadCatalog(),
    bureaus: gateway,
    log,
    nameOf,
    knownToMinistry: async (ascii: string) => !unknown.has(ascii),
  }
  await tasks.run([submitFilingTask(deps), answerBureauTask(deps)], { log, clock })
  const jobs = createBureauJobs({ ...deps, clock, random: systemRandom, everyMs: 3_600_000 })
  const reviewer = await api.operator('reviewer', 'support', 'admin')
  await jobs.look()

  const bench = {
    api,
    bureaus,
    gateway,
    reviewer,
    jobs,
    sent,
    /** Names that the ministry does not know yet. */
    unknown,
    /** Everything that waits at the bureaus' side is decided, told, taken and carried out. */
    async turn(): Promise<void> {
      await bureaus.turn()
      await jobs.look()
    },
    async applicant(which: number): Promise<Applicant> {
      const who = await api.customer()
      const template = await verifiedPerson(api, who, which)
      return { who, template, name: await bench.name({ who, template }) }
    },
    /** One more name of a holder, which the ministry knows. */
    async name({ who, template }: Pick<Applicant, 'who' | 'template'>): Promise<string> {
      const name = await registeredName(api, who, template)
      await bureaus.office.run(() => bureaus.office.domains.add(name))
      return name
    },
    state: async ({ who }: Pick<Applicant, 'who'>, number: string) =>
      (await who.call('GET', `v1/filings/${number}`)).body.state as string,
    /** Hands an order in, and passes it through our own hands. */
    async handIn({ who }: Pick<Applicant, 'who'>, number: string): Promise<void> {
      const answer = await who.call('POST', `v1/filings/${number}/submission`)
      expect([answer.status, answer.body.findings ?? answer.body]).toMatchObject([201, { number }])
      const state = () => bench.state({ who }, number)
      if ((await state()) === 'first-review') {
        await lookAtPapers(reviewer, number)
        const passed = await reviewer.call('POST', `v1/filing-reviews/${number}/decision`, { pass: true })
        expect([passed.status, passed.body.code]).toEqual([200, undefined])
      }
      if ((await state()) === 'photo') {
        await takePhoto(api, who, number)
        await lookAtPapers(reviewer, number)
        const passed = await reviewer.call('POST', `v1/filing-reviews/${number}/photo-decision`, { pass: true })
        expect([passed.status, passed.body.code]).toEqual([200, undefined])
      }
    },
    /** Hands an order in, and brings it as far as the bureau; whoever has to look at it on the way does. */
    async submit(one: Pick<Applicant, 'who'>, number: string): Promise<void> {
      await bench.handIn(one, number)
      await bench.hurried(async () => !/ready|submitting/.test(await bench.state(one, number)))
      await bureaus.turn()
    },
    /** Waits for something that tasks do, without the pauses between their attempts. */
    async hurried(is: () => Promise<boolean>): Promise<void> {
      await until(async () => {
        await api.pool.query("update task set run_at = now() where state in ('waiting', 'unknown')")
        await api.pool.query("notify task_due, ''")
        return is()
      })
    },
    /** The principals answer the ministry's texts; the bureau decides, and what it says is carried out. */
    async decided(): Promise<void> {
      for (const { to, message } of sent.splice(0)) {
        const code = /工信部.*验证码(\d{6})/.exec(message)?.[1]
        if (code) expect(await bureaus.office.confirmCode(to.replace('+86', ''), code)).toBe('right')
      }
      await bench.turn()
    },
    /** From a draft that is filled in to its end. */
    async passed(one: Pick<Applicant, 'who'>, number: string): Promise<void> {
      await bench.submit(one, number)
      await bench.decided()
      expect([await bench.state(one, number), await bench.opinion(one, number)]).toEqual(['passed', null])
    },
    opinion: async ({ who }: Pick<Applicant, 'who'>, number: string) =>
      (await who.call('GET', `v1/filings/${number}`)).body.opinion as unknown,
    /** What is filed of an account, as our rows have it. */
    async filed({ who }: Pick<Applicant, 'who'>) {
      const { account } = (await who.call('GET', 'v1/session')).body
      const { rows } = await api.pool.query(
        `select s.number as subject, s.state as subject_state, v.number, v.name, v.state, v.here, v.other_accesses as others,
           (select array_agg(ascii order by ascii) from filing_domain d where d.service = v.id and ended_at is null) as domains,
           (select array_agg(array_to_string(ips, ',') order by a.own_id) from filing_access a
              where a.service = v.id and ended_at is null) as ips
         from filing_subject s left join filing_service v on v.subject = s.id where s.account = $1 order by v.number`,
        [account.id],
      )
      return rows as {
        subject: string
        subject_state: string
        number: string
        name: string
        state: string
        here: boolean
        others: number | null
        domains: string[] | null
        ips: string[] | null
      }[]
    },
    /** Kinds of notices to the account, in their order, with what they say of numbers. */
    async told({ who }: Pick<Applicant, 'who'>, kind: string): Promise<string[]> {
      const { account } = (await who.call('GET', 'v1/session')).body
      const { rows } = await api.pool.query(
        `select parameters->>'filing' as filing from notice where account = $1 and kind = $2
         group by parameters->>'filing' order by min(created_at)`,
        [account.id, kind],
      )
      return rows.map(({ filing }) => filing as string)
    },
    async close(): Promise<void> {
      await tasks.stopAll()
      await bureaus.close()
      await api.close()
    },
  }
  return bench
}
export type FilingBench = Awaited<ReturnType<typeof filingBench>>
