import fc from 'fast-check'
import { inAddress, memberNames, nearOrder, oddText, oddValue, soundOrder } from './odd-values.ts'

/** `ORDER` in the target and `TEMPLATE` in the body stand for an order and a template that are there. */
export interface OddRequest {
  readonly method: string
  readonly target: string
  readonly headers: Record<string, string>
  readonly body: string | undefined
  readonly signedIn: boolean
}

const paths = fc.oneof(
  fc.constantFrom(
    'search',
    'list',
    'list/clear-invalid',
    'orders',
    'domains',
    'catalog/suffixes',
    'balance',
    'orders/ORDER',
  ),
  fc.constantFrom('orders/ORDER/pay', 'orders/ORDER/cancel'),
  fc
    .tuple(fc.constantFrom('list/', 'orders/', 'domains/', 'catalog/suffixes/', 'search/', 'tasks/'), inAddress)
    .map((parts) => parts.join('')),
  fc
    .tuple(
      fc.constantFrom('orders/', 'domains/'),
      inAddress,
      fc.constantFrom('/pay', '/cancel', '/renew', '/auto-renew', '/'),
    )
    .map((parts) => parts.join('')),
)
const names = ['q', 'suffixes', 'on', 'tab', 'sort', 'cursor', 'limit', 'suffix', '__proto__', 'q[]', 'toString']
const query = fc
  .array(fc.tuple(fc.constantFrom(...names), inAddress), { maxLength: 4 })
  .map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map((pair) => pair.join('=')).join('&')}`))

const body = fc.oneof(
  nearOrder.map((value) => JSON.stringify(value)),
  fc.dictionary(fc.constantFrom(...memberNames), oddValue, { maxKeys: 3 }).map((value) => JSON.stringify(value)),
  fc.array(oddText, { maxLength: 5 }).map((list) => JSON.stringify({ names: list })),
  fc.json(),
  fc.constantFrom(
    '',
    '{',
    '[]',
    'null',
    '"',
    '{"a":1e999}',
    '{"__proto__":{"x":1}}',
    '{"name":"\\ud800"}',
    '{"q":"\\u0000"}',
    `${'['.repeat(5_000)}`,
    'a=b&c=d',
    '\uFEFF{}',
  ),
  fc.constant(undefined),
)
const headers = fc.record(
  {
    'x-yuming': fc.constantFrom('1', '1', '1', '0', ''),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'x',
      'application/json;;',
      '',
    ),
    accept: fc.constantFrom('application/json', 'text/event-stream', '*/*', 'image/png;q=x', '', 'a'.repeat(2_000)),
    'accept-language': fc.constantFrom(
      'zh-CN',
      'en',
      '*',
      'xx;q=9',
      ',,,;;',
      '中'.codePointAt(0)?.toString() ?? '',
      'a'.repeat(2_000),
    ),
    authorization: fc.constantFrom(
      'Bearer',
      'Bearer x',
      'Basic YTpi',
      'Bearer \x7f'.slice(0, 7),
      '',
      'Bearer '.concat('x'.repeat(3_000)),
    ),
    cookie: fc.constantFrom(
      '',
      'a',
      '=;=;',
      'locale=%',
      '__proto__=1; better-auth.session_token=x.y',
      `x=${'y'.repeat(3_000)}`,
    ),
    'x-forwarded-for': fc.constantFrom('', '1.2.3.4', 'x, y', '::1'),
    'if-none-match': fc.constantFrom('*', '"x"', ''),
    range: fc.constantFrom('bytes=0-0', 'bytes=-', 'x'),
    'content-encoding': fc.constantFrom('gzip', 'br', 'x'),
    origin: fc.constantFrom('null', 'https://evil.example', ''),
  },
  { requiredKeys: [] },
)
const usual = ['GET', 'POST', 'PUT', 'DELETE']
/** Anything that can be sent over HTTP, mostly to an address that there is. */
export const oddRequest: fc.Arbitrary<OddRequest> = fc
  .record({
    method: fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...usual) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('PATCH', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND', 'LOCK', 'QUERY', 'PURGE'),
      },
    ),
    path: paths,
    query,
    // Most carry what every console request carries, so that they come further than to the door.
    headers: fc
      .oneof(fc.constant({}), headers)
      .map((odd) => ({ 'x-yuming': '1', 'content-type': 'application/json', accept: 'application/json', ...odd })),
    body,
    signedIn: fc.oneof(fc.constant(true), fc.constant(true), fc.boolean()),
  })
  .map(({ path: at, query: asked, method, body: content, ...more }) => ({
    ...more,
    method,
    target: `${at}${asked}`,
    body: ['GET', 'HEAD', 'TRACE'].includes(method) ? undefined : content,
  }))

const wellFormed = (text: string) => encodeURIComponent(text.toWellFormed())
const usualHeaders = { 'x-yuming': '1', 'content-type': 'application/json', accept: 'application/json' }
/** What a console would ask, with one thing in it made odd. */
export const nearRequest: fc.Arbitrary<OddRequest> = fc
  .oneof(
    oddText.map((text) => ['GET', `search?q=${wellFormed(text)}&suffixes=cn,com`, undefined] as const),
    inAddress.map((text) => ['GET', `search?q=tea&suffixes=${text}`, undefined] as const),
    oddText.map((text) => ['POST', 'search', { names: ['tea.cn', text] }] as const),
    oddText.map((text) => ['PUT', `list/${wellFormed(text)}`, { years: 1 }] as const),
    oddValue.map((years) => ['PUT', 'list/tea.cn', { years }] as const),
    oddText.map((text) => ['DELETE', `list/${wellFormed(text)}`, {}] as const),
    oddText.map((text) => ['GET', `domains?q=${wellFormed(text)}&suffix=cn`, undefined] as const),
    oddText.map((text) => ['GET', `domains?cursor=${wellFormed(text)}&sort=name`, undefined] as const),
    oddText.map((text) => ['GET', `domains?cursor=${Buffer.from(text).toString('base64url')}`, undefined] as const),
    oddValue.map(
      (value) =>
        ['GET', `domains?cursor=${Buffer.from(JSON.stringify(value)).toString('base64url')}`, undefined] as const,
    ),
    oddText.map((text) => ['GET', `domains/${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `orders/${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `catalog/suffixes?on=${wellFormed(text)}`, undefined] as const),
    oddText.map((text) => ['GET', `catalog/suffixes/${wellFormed(text)}`, undefined] as const),
    nearOrder.map((order) => ['POST', 'orders', order] as const),
    oddText.map((name) => ['POST', 'orders', { ...soundOrder, lines: [{ name, years: 1 }] }] as const),
    oddText.map((promoCode) => ['POST', 'orders', { ...soundOrder, promoCode }] as const),
  )
  .map(([method, target, content]) => ({
    method,
    target,
    headers: usualHeaders,
    body: content === undefined ? undefined : JSON.stringify(content),
    signedIn: true,
  }))
