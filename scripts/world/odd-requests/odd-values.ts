import fc from 'fast-check'

/** Texts that have broken servers: NUL, lone surrogates, direction marks, quotes, very long, very odd scripts. */
export const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    '',
    '\0',
    'a\0b.cn',
    '\ud800',
    '\u202e',
    "'; drop table domain; --",
    '%',
    '..',
    '-',
    '.',
    '。',
    'xn--',
    'xn--a.cn',
  ),
  fc.constantFrom(
    '山月茶.中国',
    'ｔｅａ.ＣＮ',
    'tea.cn',
    'TEA.CN.',
    'a..cn',
    '💥.cn',
    '٣.com',
    'ß.com',
    'a'.repeat(64),
    'a.'.repeat(200),
  ),
  fc.constantFrom(
    '1e999',
    '-0',
    'NaN',
    'null',
    '[object Object]',
    '{"$gt":""}',
    '#{7*7}',
    '2026-02-30',
    '9999-12-31',
    '0000-00-00',
  ),
)
export const inAddress = fc.oneof(
  oddText.map((text) => encodeURIComponent(text.toWellFormed())),
  fc.constantFrom(
    '%',
    '%0',
    '%00',
    '%ff',
    '%ED%A0%80',
    '%2e%2e',
    '%2F',
    'a%0d%0ab',
    '..',
    '.',
    'ORDER',
    'tea.cn',
    'cn',
  ),
)
export const oddValue = fc.oneof(
  oddText,
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(null, -1, 0, 1.5, 1e21, Number.MAX_SAFE_INTEGER, [], {}, true, ['tea.cn'], [[]]),
)
export const memberNames = [
  'lines',
  'name',
  'names',
  'years',
  'holderType',
  'templateId',
  'termsAccepted',
  'promoCode',
  'expectedTotalFen',
  'dryRun',
  'method',
  'on',
  'expectedExpiry',
  '__proto__',
  'constructor',
]
/** What would be taken. */
export const soundOrder = {
  lines: [{ name: 'tea.cn', years: 1 }],
  holderType: 'organisation',
  templateId: 'TEMPLATE',
  termsAccepted: true,
  dryRun: true,
}
/** An order that would do, with one or two members made odd. */
export const nearOrder = fc
  .tuple(
    fc.dictionary(fc.constantFrom(...memberNames), oddValue, { minKeys: 1, maxKeys: 2 }),
    oddText,
    oddValue,
    fc.boolean(),
  )
  .map(([odd, name, years, dryRun]) => ({
    lines: [{ name, years }],
    holderType: 'organisation',
    templateId: 'TEMPLATE',
    termsAccepted: true,
    dryRun,
    ...odd,
  }))
