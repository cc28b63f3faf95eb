import { madeUpCard } from '@yuming/papers/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { makeOperator } from '../scripts/world/operator.ts'
import { makeTemplate, organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeTicket } from '../scripts/world/ticket.ts'
import { openBrowser } from './browser.ts'
import { expectSoundPage } from './sound-page.ts'

const origin = inject('origin')
const password = 'a-long-enough-Password-1'
let browser: Browser
let admin: ApiClient
let number = ''
let promotion = ''
let ticket = ''

beforeAll(async () => {
  browser = await openBrowser()
  const email = 'handed-in@yuming.example'
  const customer = await signUp(origin, email, password, '山月茶业')
  const sandbox = new SandboxControls(inject('sandboxOrigin'))
  const template = await makeTemplate(customer, sandbox, organisationTemplate(email))
  await customer.post('consents', { purpose: 'identity-papers' })
  const licence = new Uint8Array(await (await madeUpCard('licence')).jpeg({ quality: 92 }).toBuffer())
  await customer.raw('POST', `templates/${template}/papers/licence`, licence, { 'content-type': 'image/jpeg' })
  number = (await customer.post<{ number: string }>(`templates/${template}/submit`)).number
  await customer.post('balance/remittances', { amountFen: 12_345 })
  await topUp(customer, sandbox, 100_000)
  ticket = await makeTicket(
    { origin, folder: inject('folder') },
    { client: customer, sandbox },
    { name: 'operator-pages-1.online', email },
  )
  admin = await signUp(origin, 'admin-of-pages@yuming.example', password, '值班')
  makeOperator(inject('folder'), 'admin-of-pages@yuming.example', 'admin')
  const { promotions } = await admin.get<{ promotions: { id: string; byCode: boolean }[] }>('operator/promotions')
  promotion = promotions.find(({ byCode }) => byCode)?.id ?? ''
  await admin.post(`operator/promotions/${promotion}/codes`, { count: 3, validMinutes: 60 })
  await admin.post(`operator/promotions/${promotion}/issuers`, { name: '服务号' })
})
afterAll(() => browser.close())

const pages: readonly [name: string, path: () => string][] = [
  ['reviews', () => `/operator/reviews?case=${number}`],
  ['reviews, nothing waits', () => '/operator/reviews?axis=qualification'],
  ['the course of one case', () => `/operator/cases/${number}`],
  ['looking for a case', () => `/operator/cases?q=${number}`],
  ['no case found', () => '/operator/cases?q=nobody'],
  ['decisions to settle', () => '/operator/decisions'],
  ['no such case', () => '/operator/cases/SM-99999'],
  ['filings', () => '/operator/filings'],
  ['what is found of filings', () => '/operator/filing-findings'],
  ['filings to enter by hand', () => '/operator/filing-entries'],
  ['files of the bureaus', () => '/operator/bureau-files'],
  ['files of the bureaus, what came from them', () => '/operator/bureau-files?direction=received'],
  ['a file of a bureau', () => '/operator/bureau-files/received/1'],
  ['no such file of a bureau', () => '/operator/bureau-files/sent/999999'],
  ['curtains to be sent', () => '/operator/curtains'],
  ['what the registry asks for besides', () => '/operator/enhanced-checks'],
  ['reports to the ministry', () => '/operator/domain-reports'],
  ['tickets', () => '/operator/tickets'],
  ['one ticket', () => `/operator/tickets/${ticket}`],
  ['no such ticket', () => '/operator/tickets/GD-99999'],
  ['no such filing', () => '/operator/filings/BA-999999'],
  ['reviewers', () => '/operator/reviewers'],
  ['reviewers, days without decisions', () => '/operator/reviewers?from=2020-01-01&until=2020-01-02'],
  ['reasons (S1-171)', () => '/operator/reasons'],
  ['remittances (S0-28)', () => '/operator/remittances'],
  ['refunds to see to (S1-161)', () => '/operator/refunds'],
  ['promotions (S0-17)', () => '/operator/promotions'],
  ['a promotion with its codes (S0-19)', () => `/operator/promotions/${promotion}`],
  ['no such promotion', () => '/operator/promotions/nobody'],
  ['remittances, none', () => '/operator/remittances?reference=YMNONE'],
]

describe.each(['zh', 'en'] as const)('pages of those who run the platform in %s', (lang) => {
  it.concurrent.each(pages)('%s: axe finds nothing, and nothing scrolls sideways', (_, path) =>
    expectSoundPage(browser, { origin, path: path(), lang, client: admin }),
  )
})
