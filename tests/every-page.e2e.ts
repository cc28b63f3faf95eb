import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, inject, it } from 'vitest'
import type { ApiClient } from '../scripts/world/api-client.ts'
import { organisationTemplate, signUp, topUp } from '../scripts/world/person.ts'
import { SandboxControls } from '../scripts/world/sandbox-controls.ts'
import { makeTicket } from '../scripts/world/ticket.ts'
import { makeVerifiedTemplate } from '../scripts/world/verified.ts'
import { openBrowser } from './browser.ts'
import { expectSoundPage } from './sound-page.ts'

const origin = inject('origin')
const sandbox = new SandboxControls(inject('sandboxOrigin'))
let browser: Browser
let client: ApiClient
let paid = ''
let unpaid = ''
let template = ''
let filing = ''
let ticket = ''

beforeAll(async () => {
  browser = await openBrowser()
  client = await signUp(origin, 'pages@yuming.example', 'a-long-enough-Password-1', '山月茶业')
  await topUp(client, sandbox, 100_000)
  const templateId = await makeVerifiedTemplate(
    { origin, folder: inject('folder') },
    { client, sandbox },
    organisationTemplate('pages@yuming.example'),
  )
  template = templateId
  const order = (name: string) =>
    client.post<{ number: string }>('orders', {
      lines: [{ name, years: 1 }],
      holderType: 'organisation',
      templateId,
      termsAccepted: true,
    })
  paid = (await order('every-page-1.cn')).number
  unpaid = (await order('every-page-2.cn')).number
  await client.post(`orders/${paid}/pay`, { method: 'balance' })
  await client.events(`orders/${paid}`, (_, data) => (data as { state: string }).state === 'succeeded')
  await client.put('list/every-page-3.cn', { years: 1 })
  const begun = await client.post<{ number: string }>('filings', {
    wish: 'file',
    kind: 'website',
    domains: ['every-page-1.cn'],
    template,
    stated: { subjectFiled: false, domainFiled: false },
  })
  filing = begun.number
  ticket = await makeTicket(
    { origin, folder: inject('folder') },
    { client, sandbox },
    { name: 'every-page-4.site', email: 'pages@yuming.example' },
  )
})
afterAll(() => browser.close())

const pages: readonly [name: string, path: () => string, signedIn: boolean][] = [
  ['search', () => '/', false],
  ['search with answers', () => `/?q=${encodeURIComponent('山月茶')}`, true],
  ['many names at once', () => '/bulk', true],
  ['personal names', () => '/personal-names', false],
  ['the order of a personal name', () => `/personal-names/${encodeURIComponent('张三.网址')}`, true],
  ['prices', () => '/prices', false],
  ['one suffix', () => '/suffixes/cn', false],
  ['help', () => '/help', false],
  ['an article of the help', () => '/help/registration-advice', false],
  ['sign in', () => '/sign-in', false],
  ['sign up', () => '/sign-up', false],
  ['confirm', () => '/confirm', true],
  ['a quick order whose code is not known', () => '/quick/bad-token', true],
  ['pay', () => `/orders/${unpaid}/pay`, true],
  ['order', () => `/orders/${paid}`, true],
  ['orders', () => '/orders', true],
  ['my domains', () => '/domains', true],
  ['one domain', () => '/domains/every-page-1.cn', true],
  ['a change of holder', () => '/domains/every-page-1.cn/holder', true],
  ['verification of a domain', () => '/domains/every-page-1.cn/verification', true],
  ['qualification', () => `/qualifications/${encodeURIComponent('山月.商标')}`, true],
  ['templates', () => '/templates', true],
  ['service numbers', () => '/service-numbers', true],
  ['look-up of filings', () => '/filing-numbers', false],
  ['messages', () => '/messages', true],
  ['tickets', () => '/tickets', true],
  ['one ticket', () => `/tickets/${ticket}`, true],
  ['proving an address without a code', () => '/verify-email', true],
  ['new template', () => '/templates/new', true],
  ['correcting a template', () => `/templates/${template}/edit`, true],
  ['verification', () => `/templates/${template}`, true],
  ['account', () => '/account', true],
  ['filings', () => '/filings', true],
  ['a new filing', () => '/filings/new', true],
  ['a filing as a draft', () => `/filings/${filing}`, true],
  ['why filings are returned', () => '/filing-reasons', false],
  ['the course of a filing, drawn', () => '/help/filing-overview', false],
  ['what provinces ask', () => '/filing-rules', false],
  ['what one province asks', () => '/filing-rules/330000', false],
  ['parts of the design', () => '/design', false],
  ['no such page', () => '/nothing-here', false],
]

describe.each(['zh', 'en'] as const)('every page in %s', (lang) => {
  it.concurrent.each(pages)('%s: axe finds nothing, and nothing scrolls sideways', (_, path, signedIn) =>
    expectSoundPage(browser, { origin, path: path(), lang, ...(signedIn ? { client } : {}) }),
  )
})
