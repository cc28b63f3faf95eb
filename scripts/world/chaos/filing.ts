import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { answerSms, fileSite, passFirstReview } from '../file-site.ts'
import type { Stage } from './stage.ts'

/** Its bureau: that of the template's province. */
export const filingBureau = '330000'
const patienceMs = 40_000

export interface ChaosFiling {
  /** Hands the order in that its bureau refuses: it goes to the bureau, and comes back. */
  submit(): Promise<void>
  /** Lets its access end and gets it anew: the bureau passes it, and the zone that is hosted here is set. */
  fileAgain(): Promise<void>
  /** A check of the bureau is there to be answered. */
  checkWaits(): Promise<void>
  answerCheck(): Promise<void>
  /** The order is where it can be handed in again, and no check is on its way; else what is wrong. */
  end(): Promise<string[]>
}

interface Shown {
  readonly state: string
  readonly filingNumber: string | null
}
interface Matter {
  readonly id: string
  readonly kind: string
  readonly state: string
}

/**
 * A site that another provider filed gets an access here; then the end of that access is asked for, which needs neither
 * papers nor a code by SMS, and the bureau refuses it every time.
 */
export async function openFiling(stage: Stage): Promise<ChaosFiling> {
  const { client, reviewer, sandbox, template } = stage
  const scripts = (script: object) => sandbox.call('POST', 'bureaus/scripts', { pattern: '*', days: 0, ...script })
  const domain = await stage.registered('cn', 'balance', { ascii: stage.zone.zone })
  const mobile = '13800017709'
  const planted = await sandbox.call<{ number: string; services: string[] }>(
    'POST',
    `bureaus/${filingBureau}/filings`,
    {
      subject: {
        name: '杭州山月茶业有限公司',
        nature: 4,
        certificate: { kind: 1, number: '91330106MA2R5XTEA9', address: '浙江省杭州市西湖区龙井路1号' },
        principal: '沈知行',
        mobile,
      },
      services: [{ name: '山月茶业官方展示', domain, ip: '198.51.100.8' }],
    },
  )
  // One certificate has one order at a time: each of these is ended before the other is begun.
  let ending: string | undefined
  let giving: string | undefined
  let here = false
  let worn = 0x3d_5a_50
  await fileHere()

  /** Another provider's site gets its access here, and what it resolves to is set in its zone. */
  async function fileHere(): Promise<void> {
    await decide({ decision: 'approve' })
    // Its owner had taken the addresses out, so that there is something to be set.
    stage.zone.server.records.clear()
    const { number } = await client.post<{ number: string }>('filings', {
      wish: 'file',
      template,
      domains: [domain],
      stated: { subjectFiled: true, subjectNumber: planted.number },
    })
    giving = number
    await fileSite(client, number, { domain, mobile, email: 'chaos-holder@yuming.example' })
    await becomes(async () => (await preflight(number)).length === 0)
    await client.post(`filings/${number}/submission`)
    await passFirstReview({ client, reviewer }, number, { clothes: `#${worn.toString(16)}` })
    worn += 8
    await becomes(async () => (await shown(number)).state === 'sms')
    await answerSms(stage.world.sandboxOrigin, sandbox, mobile)
    here = true
    await filed()
  }
  /** The number under which it is filed, once it is. */
  async function filed(): Promise<string> {
    await becomes(async () => (await shown(giving ?? '')).state === 'passed')
    return (await shown(giving ?? '')).filingNumber ?? ''
  }
  async function decide(script: object): Promise<void> {
    await sandbox.call('DELETE', 'bureaus/scripts')
    await scripts(script)
  }
  async function beginEnd(): Promise<string> {
    const { number } = await client.post<{ number: string }>('filings', { wish: 'cancel-access', filed: await filed() })
    await client.put(`filings/${number}/draft/consent`, { consent: true })
    await client.put(`filings/${number}/draft/cancel-reason`, { reason: 'moved' })
    return number
  }

  function shown(which: string): Promise<Shown> {
    return client.get<Shown>(`filings/${which}`)
  }
  async function preflight(which: string): Promise<readonly unknown[]> {
    const { steps } = await client.get<{ steps: { findings: { severity: string }[] }[] }>(`filings/${which}/preflight`)
    return steps.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refuse'))
  }
  const openChecks = async () =>
    (await reviewer.get<{ matters: Matter[] }>('operator/bureau-matters')).matters.filter(
      ({ kind }) => kind === 'check-task',
    )
  /** A walk that died may have left an end that the bureau passed meanwhile. */
  async function isBack(): Promise<boolean> {
    if (ending === undefined) return true
    const { state } = await shown(ending)
    if (state !== 'passed') return /draft|refused|returned/.test(state)
    ending = undefined
    here = false
    return true
  }

  async function checkWaits(): Promise<void> {
    await becomes(async () => (await openChecks()).every(({ state }) => state === 'open'))
    if ((await openChecks()).length > 0) return
    await sandbox.call('POST', `bureaus/${filingBureau}/supervision`, { kind: 'check-task', number: planted.number })
    await becomes(async () => (await openChecks()).some(({ state }) => state === 'open'))
  }

  return {
    async submit() {
      await becomes(isBack)
      if (!here) await fileHere()
      await decide({ decision: 'refuse', opinion: '网站仍在访问' })
      ending ??= await beginEnd()
      await client.post(`filings/${ending}/submission`)
    },
    async fileAgain() {
      await becomes(isBack)
      if (here) {
        await filed()
        await decide({ decision: 'approve' })
        ending ??= await beginEnd()
        await client.post(`filings/${ending}/submission`)
        await becomes(async () => (await isBack()) && !here)
      }
      await fileHere()
    },
    checkWaits,
    async answerCheck() {
      await checkWaits()
      const [check] = await openChecks()
      if (check)
        await reviewer.post(`operator/bureau-matters/${check.id}/answer`, { verdict: 'passed', words: randomUUID() })
    },
    async end() {
      const faults = []
      if (ending !== undefined && !(await isBack())) faults.push(`${ending} is ${(await shown(ending)).state}`)
      if ((await shown(giving ?? '')).state !== 'passed')
        faults.push(`${giving} is ${(await shown(giving ?? '')).state}`)
      const { result } = await client.get<{ result: { records: { hosted: string | null }[] } | null }>(
        `filings/${giving}`,
      )
      if (result?.records[0]?.hosted !== 'set') faults.push(`the zone is ${result?.records[0]?.hosted} here`)
      if (stage.zone.standing().length !== 1) faults.push(`${stage.zone.standing().length} addresses stand in the zone`)
      if ((await openChecks()).some(({ state }) => state === 'answering'))
        faults.push('an answer to a bureau never left')
      return faults
    },
  }
}

async function becomes(is: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await delay(200)) if (await is()) return
  throw new Error('the filing of the chaos does not come on')
}
