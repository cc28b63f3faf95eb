import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { solved } from '../../platform/src/testing/solve-challenge.ts'
import { ApiClient } from './api-client.ts'
import { makeOperator } from './operator.ts'
import { signUp } from './person.ts'
import { openShop, password } from './shop.ts'
import { makeTicket } from './ticket.ts'
import { makeReviewer } from './verified.ts'

const shop = await openShop('owners')
const { world, folder, sandbox, db, one, two, place, pay } = shop
afterAll(() => shop.close())

interface Operation {
  readonly 'x-who': 'anyone' | 'customer' | 'owner' | 'buyer' | 'operator'
  readonly 'x-role'?: readonly string[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly example?: unknown
  }[]
  readonly requestBody?: {
    readonly content: Readonly<
      Record<string, { readonly schema?: { readonly properties?: object }; readonly example?: object }>
    >
  }
}
interface Route {
  readonly method: string
  readonly url: string
  readonly operation: Operation
}

/** What an address may name that is somebody's: the part of the address, and the value of it that is the first customer's. */
const things = new Map<string, string>()
/** What is named in an address and is nobody's, or is refused to others in a test of its own. */
const elsewhere: Readonly<Record<string, string>> = {
  '/v1/list/{ascii}': 'a name on the caller’s own list',
  '/v1/consents/{purpose}': 'the caller’s own consent',
  '/v1/hosting-products/{externalId}': 'an id of the caller’s own products at their hoster',
  '/v1/qualifications/{name}': 'modules/verification/qualification/qualification.test.ts',
  '/v1/filing-duties/{id}': 'modules/filing/after/after.test.ts',
}

let routes: Route[] = []
let message: string
let product: string
let subUser: ApiClient
let admin: ApiClient
let support: ApiClient

const json = ({ operation }: Route) => operation.requestBody?.content['application/json']

/** Sends a route what its description shows, with the things of the first customer in its address. */
async function send(by: ApiClient, route: Route, body: object | undefined = json(route)?.example) {
  let url = route.url.replace('/v1/', '')
  for (const [part, value] of things) {
    const place = part.replace('/v1/', '')
    if (`${url}/`.startsWith(`${place}/`)) url = place.replace(/\{[^}]+\}/, value) + url.slice(place.length)
  }
  const asked = new URLSearchParams()
  for (const { name, in: where, required, example } of route.operation.parameters ?? [])
    if (where === 'path') url = url.replace(`{${name}}`, encodeURIComponent(String(example)))
    else if (where === 'query' && required) asked.set(name, String(example))
  const picture = route.method === 'POST' && url.includes('/papers/') && !url.endsWith('/views')
  const answer = await (picture
    ? by.raw(route.method, url, new Uint8Array([0xff, 0xd8]), { 'content-type': 'image/jpeg' })
    : by.raw(route.method, asked.size > 0 ? `${url}?${asked}` : url, body))
  const text = await answer.text()
  const code = /"code":"([^"]+)"/.exec(text)?.[1]
  return { asked: `${route.method} ${route.url}`, status: answer.status, code, text }
}

/** All of the first customer that the routes below could change. */
const everything = async () => {
  const places = [
    `templates/${one.templateId}`,
    `domains/${things.get('/v1/domains/{name}')}`,
    `filings/${things.get('/v1/filings/{number}')}`,
    `tickets/${things.get('/v1/tickets/{number}')}`,
    `orders/${things.get('/v1/orders/{number}')}`,
    'account/tokens',
    'account/sub-users',
    'balance/remittances',
    'service-numbers',
    'messages',
    'orders',
    'list',
  ]
  return Promise.all(places.map(async (place) => [place, await one.client.get(place)]))
}

beforeAll(async () => {
  const name = 'owners-1.cn'
  const { number } = await place(one, name)
  await pay(one, number)
  await one.client.events(`orders/${number}`, (_, data) => (data as { state: string }).state === 'succeeded')
  const { client, templateId } = one
  const reviewer = await makeReviewer(world.origin, folder, 'owners-reviewer@yuming.example')
  await reviewer.post('operator/enhanced-checks', { name, noticedOn: '2026-11-24', words: '请补交强化实名材料' })
  ;[admin, support] = (await Promise.all(
    ['admin', 'support'].map(async (role) => {
      const email = `owners-${role}@yuming.example`
      const operator = await signUp(world.origin, email, password, '运营')
      makeOperator(folder, email, role)
      return operator
    }),
  )) as [ApiClient, ApiClient]
  const { account } = await client.get<{ account: { id: string } }>('session')
  const server = { owner: account.id, id: 'i-owners-1', kind: 'cloud-server', name: '云服务器', region: 'mainland' }
  const terms = { billing: 'prepaid', months: 3, publicIp: true, ips: ['203.0.113.10'], endsOn: '2028-06-30' }
  await admin.post('operator/hosting-products', { products: [{ ...server, ...terms }] })
  const { products } = await client.get<{ products: { id: string }[] }>('hosting-products')
  product = products[0]?.id ?? ''
  const sub = { email: 'owners-sub@yuming.example', password, name: '子用户' }
  const filing = { wish: 'file', template: templateId, domains: [name], stated: { subjectFiled: false } }
  const made = async (path: string, body: object) => client.post<{ id: string; number: string }>(path, body)
  const { rows } = await db.query('select number from task where account = $1 limit 1', [account.id])
  const values: Record<string, string> = {
    '/v1/templates/{id}': templateId,
    '/v1/orders/{number}': number,
    '/v1/domains/{name}': name,
    '/v1/tasks/{number}': rows[0].number,
    '/v1/account/tokens/{id}': (await made('account/tokens', { name: 'ci' })).id,
    '/v1/account/sub-users/{id}': (await made('account/sub-users', sub)).id,
    '/v1/balance/remittances/{id}': (await made('balance/remittances', { amountFen: 10_000 })).id,
    '/v1/filings/{number}': (await made('filings', filing)).number,
    '/v1/service-numbers/{number}': (await made('service-numbers', { product })).number,
    '/v1/tickets/{number}': await makeTicket(
      { origin: world.origin, folder },
      { client, sandbox },
      { name: 'owners-2.top', email: 'one@yuming.example' },
    ),
  }
  for (const [part, value] of Object.entries(values)) things.set(part, value)
  subUser = new ApiClient(world.origin)
  await subUser.post('auth/sign-in', { email: sub.email, password })
  message = (await client.get<{ messages: { id: string }[] }>('messages')).messages[0]?.id ?? ''
  const { paths } = await one.client.get<{ paths: Record<string, Record<string, Operation>> }>('openapi.json')
  routes = Object.entries(paths).flatMap(([url, operations]) =>
    Object.entries(operations).map(([method, operation]) => ({ method: method.toUpperCase(), url, operation })),
  )
}, 120_000)

/** A code that lets the second customer confirm what they do with names of their own. */
async function codeOfTwo(): Promise<string> {
  const number = '13800017702'
  const codeAfter = async (before?: string) => {
    const newest = () => sandbox.phoneCode(number)
    await expect.poll(newest, { timeout: 10_000 }).not.toBe(before)
    return String(await newest())
  }
  await two.client.post('account/phone', { phone: `+86.${number}`, password })
  const code = await codeAfter()
  await two.client.put('account/phone', { code })
  await two.client.post('account/confirmations', { purpose: 'holder-change' })
  return codeAfter(code)
}

const signedIn = ({ operation }: Route) => ['customer', 'owner', 'buyer'].includes(operation['x-who'])
const beneath = (url: string, parts: Iterable<string>) => [...parts].some((part) => `${url}/`.startsWith(`${part}/`))

describe('no route of the API', () => {
  it('names something of somebody without being tried below by somebody else', () => {
    const named = routes.filter((route) => signedIn(route) && route.url.includes('{'))
    expect(named.length).toBeGreaterThan(60)
    const untried = named.filter(({ url }) => !beneath(url, [...things.keys(), ...Object.keys(elsewhere)]))
    expect(untried.map(({ method, url }) => `${method} ${url}`)).toEqual([])
    expect([...things.values()]).not.toContain('')
  })

  it('shows or changes what its address names for another account: it is not there', { timeout: 120_000 }, async () => {
    const { templateId } = two
    const bodies: Record<string, object> = {
      '/v1/domains/{name}/holder-change': { templateId, code: await codeOfTwo() },
    }
    const before = await everything()
    const wrong: unknown[] = []
    for (const route of routes.filter((each) => signedIn(each) && beneath(each.url, things.keys()))) {
      const { status, asked, code, text } = await send(two.client, route, bodies[route.url])
      if (status !== 404 || code === 'request.not-found') wrong.push([asked, status, code, text.slice(0, 300)])
    }
    expect(wrong).toEqual([])
    expect(await everything()).toEqual(before)
  })

  it('takes what its body names from another account', { timeout: 60_000 }, async () => {
    const name = String(things.get('/v1/domains/{name}'))
    const line = { name, years: 1, expectedExpiry: '2027-11-24' }
    const theirs: Record<string, object | string> = {
      'POST /v1/orders': { templateId: one.templateId },
      'POST /v1/domains/{name}/holder-change': 'modules/domains/holder-change-routes.test.ts',
      'POST /v1/filing-types': { template: one.templateId, human: solved(await two.client.post('filing-challenges')) },
      'POST /v1/filings': { wish: 'file', template: one.templateId, domains: [name] },
      'POST /v1/filing-duties': { filed: things.get('/v1/filings/{number}') },
      'POST /v1/messages/read': { ids: [message] },
      'POST /v1/renewals': { lines: [line] },
      'POST /v1/service-numbers': { product },
      'POST /v1/tickets': { domain: name },
    }
    const naming = routes.filter(
      (route) =>
        signedIn(route) &&
        Object.keys(json(route)?.schema?.properties ?? {}).some((key) =>
          /^(templateId|template|filed|domain|product|ids|lines)$/.test(key),
        ),
    )
    expect(naming.map(({ method, url }) => `${method} ${url}`).toSorted()).toEqual(Object.keys(theirs).toSorted())
    const before = await everything()
    const wrong: unknown[] = []
    for (const route of naming) {
      const named = theirs[`${route.method} ${route.url}`]
      if (typeof named !== 'object') continue
      const { asked, status, code, text } = await send(two.client, route, { ...json(route)?.example, ...named })
      // Nothing is said of a message that is not there either.
      const expected = route.url === '/v1/messages/read' ? [200] : [403, 404]
      if (!expected.includes(status)) wrong.push([asked, status, code, text.slice(0, 300)])
    }
    expect(wrong).toEqual([])
    expect(await everything()).toEqual(before)
  })

  it('that spends or is the main account’s lets a sub-user in', async () => {
    const wrong: unknown[] = []
    for (const route of routes.filter(({ operation }) => ['owner', 'buyer'].includes(operation['x-who']))) {
      const { asked, status, code, text } = await send(subUser, route)
      if (status !== 403) wrong.push([asked, status, code, text.slice(0, 300)])
    }
    expect(wrong).toEqual([])
  })

  it('of the operators lets in a customer, a token, or an operator of another role', { timeout: 60_000 }, async () => {
    const { token } = await admin.post<{ token: string }>('account/tokens', { name: 'ci' })
    const script = new ApiClient(world.origin, token)
    const wrong: unknown[] = []
    for (const route of routes.filter(({ operation }) => operation['x-who'] === 'operator')) {
      const others = [two.client, script, ...(route.operation['x-role']?.includes('support') ? [] : [support])]
      for (const [at, other] of others.entries()) {
        const { asked, status, code, text } = await send(other, route)
        if (status !== 403) wrong.push([at, asked, status, code, text.slice(0, 300)])
      }
    }
    expect(wrong).toEqual([])
  })
})
