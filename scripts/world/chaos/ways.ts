import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { filingBureau } from './filing.ts'
import { type Loss, losing, losingFiles, losingRecords, losingRefunds, losingReports } from './losses.ts'
import type { Means, Stage } from './stage.ts'

/** What somebody does so that a task passes a point. */
interface Way {
  readonly past: RegExp
  /** The answer that may be lost on the way. */
  readonly lose?: Loss
  /** What has to be there before, made while nothing dies; once a run. */
  prepare?(stage: Stage): Promise<unknown>
  walk(stage: Stage, point: string): Promise<void>
  /** How long the platform may take to come to the point afterwards. */
  readonly patienceMs: number
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs
/** Half of the orders are paid at the channel; those whose money must go back through it always. */
const means = (stage: Stage, point: string): Means =>
  point.includes(':refund:') || point.startsWith('PAYMENT') || stage.random() < 0.5 ? 'channel' : 'balance'
async function turn(stage: Stage, byMs: number): Promise<void> {
  stage.zone.turn(byMs)
  await stage.sandbox.call('POST', 'clock', { byMs })
}
const provider = (stage: Stage, script: Record<string, unknown>) =>
  stage.sandbox.call('POST', 'verification/scripts', { pattern: '*', ...script })

async function register(stage: Stage, point: string, suffix: string, template?: string): Promise<void> {
  for (const ascii of [stage.name(suffix), stage.name(suffix)])
    await stage.pay(await stage.place(ascii, template), means(stage, point))
}

async function registerLost(stage: Stage, point: string): Promise<void> {
  const ascii = stage.name('cn')
  const number = await stage.place(ascii)
  await stage.sandbox.grab('cn', ascii)
  await stage.pay(number, means(stage, point))
}

async function renew(stage: Stage, point: string): Promise<void> {
  const ascii = await stage.registered('cn', 'balance')
  await stage.pay(await stage.placeRenewal(ascii), means(stage, point))
}

async function renewRefused(stage: Stage, point: string): Promise<void> {
  const ascii = await stage.registered('cn', 'balance')
  const number = await stage.placeRenewal(ascii)
  await stage.sandbox.setStatuses('cn', ascii, { add: ['serverRenewProhibited'], reason: 'chaos' })
  await stage.pay(number, means(stage, point))
}

async function changeHolder(stage: Stage): Promise<void> {
  await move(stage, await stage.registered('cn', 'balance'), await stage.verifiedTemplate())
}

/** A holder whose only name went to another is deleted, and the registry has to let the contact go. */
async function letContactGo(stage: Stage): Promise<void> {
  const template = await stage.verifiedTemplate()
  await move(stage, await stage.registered('cn', 'balance', { templateId: template }), stage.template)
  for (let tries = 0; tries < 100; tries++, await delay(100)) {
    const { findings } = await stage.client.get<{ findings: unknown[] }>(`templates/${template}/deletion`)
    if (findings.length === 0) break
  }
  await stage.client.delete(`templates/${template}`)
}

async function move(stage: Stage, ascii: string, target: string): Promise<void> {
  const before = await stage.lastCode()
  // Not more than one code a minute goes to a phone, nor more than ten a day.
  await turn(stage, 3 * hourMs)
  await delay(100)
  await stage.client.post('account/confirmations', { purpose: 'holder-change' })
  const code = await stage.code(before)
  await stage.client.post(`domains/${ascii}/holder-change`, { templateId: target, code })
}

async function goOnHold(stage: Stage): Promise<void> {
  await stage.registered('xyz', 'balance', { templateId: await stage.unverifiedTemplate() })
  await turn(stage, 5.2 * dayMs)
}

async function beDeleted(stage: Stage, point: string): Promise<void> {
  const reviews = (path: string, body: object) => stage.sandbox.call('POST', `registries/cn/reviews/${path}`, body)
  await reviews('scripts', { kind: '*', pattern: '*', decision: 'pass' })
  await reviews('scripts', { kind: 'naming', pattern: 'unwanted-', decision: 'fail', seconds: 4 })
  await reviews('mode', { mode: 'after-create' })
  await stage.registered('cn', means(stage, point), { label: 'unwanted' })
}

async function bringCodesLater(stage: Stage): Promise<void> {
  const template = await stage.unverifiedTemplate()
  await stage.registered('com', 'balance', { templateId: template })
  await stage.verify(template)
}

async function correctHolder(stage: Stage): Promise<void> {
  const email = `moves-${randomUUID()}@yuming.example`
  const template = await stage.unverifiedTemplate(email)
  await stage.registered('xyz', 'balance', { templateId: template })
  await stage.correct(template, email)
}

async function decideLater(stage: Stage, kind: 'dnv' | 'rnv', walk: () => Promise<unknown>): Promise<void> {
  await provider(stage, { kind, decision: 'approve-later', minutes: 1 })
  await walk()
  await delay(1_500)
  await turn(stage, 90_000)
}

const filing = (stage: Stage) => stage.filing()

async function submitFiling(stage: Stage): Promise<void> {
  await (await filing(stage)).submit()
}
const entry = (stage: Stage) => stage.entry()
async function enterByHand(stage: Stage): Promise<void> {
  await (await entry(stage)).submit()
}
async function fileAgain(stage: Stage): Promise<void> {
  await (await filing(stage)).fileAgain()
}
async function submitRefused(stage: Stage): Promise<void> {
  await bureau(stage, { answerInstead: { method: 'isp_upload', code: 18 } })
  await submitFiling(stage)
}
async function answerCheck(stage: Stage): Promise<void> {
  await (await filing(stage)).answerCheck()
}
async function answerRefused(stage: Stage): Promise<void> {
  const { checkWaits } = await filing(stage)
  await checkWaits()
  await bureau(stage, { answerInstead: { method: 'isp_upload', code: 18 } })
  await answerCheck(stage)
}
const bureau = ({ sandbox }: Stage, behaviour: object) =>
  sandbox.call('PUT', `bureaus/${filingBureau}/behaviour`, behaviour)

/** The first that fits a point is walked. */
const ways: readonly Way[] = [
  {
    past: /^ORDER_ACTIVATE:label-outcome:/,
    walk: (stage, point) => decideLater(stage, 'dnv', () => register(stage, point, 'com')),
    patienceMs: 20_000,
  },
  {
    past: /^ORDER_ACTIVATE:label/,
    lose: losing('thin', 'domain:create'),
    walk: (stage, point) => register(stage, point, 'com'),
    patienceMs: 10_000,
  },
  {
    past: /^ORDER_ACTIVATE:contact:/,
    lose: losing('cn', 'contact:create'),
    walk: async (stage, point) => register(stage, point, 'cn', await stage.verifiedTemplate()),
    patienceMs: 10_000,
  },
  {
    past: /^ORDER_ACTIVATE:(note-failure|refund|give-back):/,
    lose: losingRefunds,
    walk: registerLost,
    patienceMs: 12_000,
  },
  {
    past: /^(ORDER_ACTIVATE|PAYMENT_NOTICE):/,
    lose: losing('cn', 'domain:create'),
    walk: (stage, point) => register(stage, point, 'cn'),
    patienceMs: 10_000,
  },
  {
    past: /^ORDER_RENEW:(note-failure|refund|give-back):/,
    lose: losingRefunds,
    walk: renewRefused,
    patienceMs: 12_000,
  },
  { past: /^ORDER_RENEW:/, lose: losing('cn', 'domain:renew'), walk: renew, patienceMs: 12_000 },
  {
    past: /^CHG_HOLDER:note-failure:/,
    async walk(stage) {
      const ascii = await stage.registered('cn', 'balance')
      const target = await stage.verifiedTemplate()
      await stage.sandbox.fault('cn', { kind: 'command-failed', verb: 'domain:update', times: 1 })
      await move(stage, ascii, target)
    },
    patienceMs: 20_000,
  },
  { past: /^CHG_HOLDER:contact:/, lose: losing('cn', 'contact:create'), walk: changeHolder, patienceMs: 12_000 },
  { past: /^CHG_HOLDER:/, lose: losing('cn', 'domain:update'), walk: changeHolder, patienceMs: 12_000 },
  {
    past: /^CONTACT_UPDATE:note-refusal:/,
    async walk(stage) {
      await stage.sandbox.fault('general', { kind: 'command-failed', verb: 'contact:update', times: 1 })
      await correctHolder(stage)
    },
    patienceMs: 20_000,
  },
  { past: /^CONTACT_UPDATE:/, lose: losing('general', 'contact:update'), walk: correctHolder, patienceMs: 20_000 },
  { past: /^CONTACT_DELETE:/, lose: losing('cn', 'contact:delete'), walk: letContactGo, patienceMs: 20_000 },
  { past: /^DOMAIN_STATUS:/, lose: losing('general', 'domain:update'), walk: goOnHold, patienceMs: 25_000 },
  { past: /^DOMAIN_DELETED:/, lose: losingRefunds, walk: beDeleted, patienceMs: 30_000 },
  {
    past: /^DOMAIN_REPORT:/,
    lose: losingReports,
    walk: async (stage) => void (await stage.registered('xyz', 'balance')),
    patienceMs: 20_000,
  },
  { past: /^FILING_SUBMIT:give-back:/, prepare: filing, walk: submitRefused, patienceMs: 20_000 },
  {
    past: /^(FILING_SUBMIT|BUREAU_UPLOAD):/,
    prepare: filing,
    lose: losingFiles,
    walk: submitFiling,
    patienceMs: 20_000,
  },
  { past: /^FILING_RECORDS?:/, prepare: filing, lose: losingRecords, walk: fileAgain, patienceMs: 20_000 },
  { past: /^FILING_ENTER_BY_HAND:/, prepare: entry, walk: enterByHand, patienceMs: 20_000 },
  { past: /^BUREAU_(DOWNLOAD|NEWS):/, prepare: filing, walk: submitFiling, patienceMs: 20_000 },
  { past: /^BUREAU_ANSWER:reopen:/, prepare: filing, walk: answerRefused, patienceMs: 20_000 },
  { past: /^BUREAU_ANSWER:/, prepare: filing, lose: losingFiles, walk: answerCheck, patienceMs: 20_000 },
  { past: /^SUBMIT_CODES:/, lose: losing('thin', 'domain:update'), walk: bringCodesLater, patienceMs: 25_000 },
  {
    past: /^VERIFY_HOLDER:outcome:/,
    walk: (stage) => decideLater(stage, 'rnv', async () => stage.submit(await stage.unverifiedTemplate())),
    patienceMs: 20_000,
  },
  {
    past: /^VERIFY_HOLDER:note-failure:/,
    async walk(stage) {
      await provider(stage, { kind: 'rnv', decision: 'refuse' })
      await stage.submit(await stage.unverifiedTemplate())
    },
    patienceMs: 10_000,
  },
  {
    past: /^VERIFY_HOLDER:/,
    walk: async (stage) => stage.submit(await stage.unverifiedTemplate()),
    patienceMs: 10_000,
  },
]

/** @throws when a task is new and nobody has said how one comes to it */
export function wayPast(point: string): Way {
  const way = ways.find(({ past }) => past.test(point))
  if (!way) throw new Error(`no way is known past ${point}`)
  return way
}

/** Everything outside behaves again. */
export async function endFaults({ sandbox, zone }: Stage): Promise<void> {
  for (const registry of ['cn', 'thin', 'general']) await sandbox.clearFaults(registry)
  await sandbox.paymentFaults()
  await sandbox.call('DELETE', 'verification/scripts')
  await sandbox.call('PUT', `bureaus/${filingBureau}/behaviour`, {})
  zone.server.next = 'answer'
}
