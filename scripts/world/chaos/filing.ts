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
  const domain = await stage.registered('cn', 'balance', { label: 'filed' })
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
  await scripts({ decision: 'approve' })
  const { number } = await client.post<{ number: string }>('filings', {
    wish: 'file',
    template,
    domains: [domain],
    stated: { subjectFiled: true, subjectNumber: planted.number },
  })
  await fileSite(client, number, { domain, mobile, email: 'chaos-holder@yuming.example' })
  await becomes(async () => (await preflight()).length === 0)
  await client.post(`filings/${number}/submission`)
  await passFirstReview({ client, reviewer }, number)
  await becomes(async () => (await shown(number)).state === 'sms')
  await answerSms(stage.world.sandboxOrigin, sandbox, mobile)
  await becomes(async () => (await shown(number)).state === 'passed')
  const { filingNumber } = await shown(number)

  await sandbox.call('DELETE', 'bureaus/scripts')
  await scripts({ decision: 'refuse', opinion: '网站仍在访问' })
  const ending = await client.post<{ number: string }>('filings', { wish: 'cancel-access', filed: filingNumber })
  await client.put(`filings/${ending.number}/draft/consent`, { consent: true })
  await client.put(`filings/${ending.number}/draft/cancel-reason`, { reason: 'moved' })

  function shown(which: string): Promise<Shown> {
    return client.get<Shown>(`filings/${which}`)
  }
  async function preflight(): Promise<readonly unknown[]> {
    const { steps } = await client.get<{ steps: { findings: { severity: string }[] }[] }>(`filings/${number}/preflight`)
    return steps.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'refuse'))
  }
  const openChecks = async () =>
    (await reviewer.get<{ matters: Matter[] }>('operator/bureau-matters')).matters.filter(
      ({ kind }) => kind === 'check-task',
    )
  const isBack = async () => /draft|refused|returned/.test((await shown(ending.number)).state)

  async function checkWaits(): Promise<void> {
    await becomes(async () => (await openChecks()).every(({ state }) => state === 'open'))
    if ((await openChecks()).length > 0) return
    await sandbox.call('POST', `bureaus/${filingBureau}/supervision`, { kind: 'check-task', number: planted.number })
    await becomes(async () => (await openChecks()).some(({ state }) => state === 'open'))
  }

  return {
    async submit() {
      await becomes(isBack)
      await client.post(`filings/${ending.number}/submission`)
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
      if (!(await isBack())) faults.push(`${ending.number} is ${(await shown(ending.number)).state}`)
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
