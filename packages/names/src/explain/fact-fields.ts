import {
  either,
  type FactField,
  type FactKind,
  flag,
  listOf,
  nothing,
  oneOf,
  pattern,
  plainDay,
  record,
  text,
  wholeNumber,
} from '@yuming/rules'

const unknownOr = (kind: FactKind) => either(kind, nothing)
const inBothLanguages = record({ zh: text(), en: text() })

/** What may be stated of a name. The documentation is made of the same list. */
export const factFields: readonly FactField[] = [
  {
    name: 'name',
    kind: text(),
    example: '山月茶.cn',
    means: { zh: '整个域名，怎么输入都行', en: 'The whole name, however it is typed' },
  },
  {
    name: 'label',
    kind: text(),
    example: '山月茶',
    means: {
      zh: '后缀前的一段；与suffix一起代替name',
      en: 'The part before the suffix; with `suffix`, in place of `name`',
    },
  },
  {
    name: 'suffix',
    kind: text(260),
    example: 'com.cn',
    means: { zh: '后缀，汉字或xn--写法', en: 'The suffix, in characters or in its xn-- form' },
  },
  {
    name: 'nameClass',
    kind: oneOf('chinese', 'english'),
    means: { zh: '按中文域名还是英文域名注册', en: 'Whether it is meant as a Chinese or as an English name' },
  },
  { name: 'site', kind: oneOf('china', 'international'), means: { zh: '中国站或国际站', en: 'The shop front' } },
  {
    name: 'region',
    kind: pattern('two capital letters (ISO 3166-1; HK, MO, TW stand for themselves)', /^[A-Z]{2}$/),
    example: 'CN',
    means: { zh: '持有者所在国家或地区', en: 'Country or region of the holder' },
  },
  {
    name: 'holderType',
    kind: oneOf('person', 'organisation'),
    means: { zh: '个人，或企业、组织', en: 'A person, or a company or other organisation' },
  },
  {
    name: 'holderName',
    kind: either(text(), record({ 'zh?': text(), 'en?': text() })),
    example: { zh: '中国律师协会' },
    means: { zh: '持有者名称', en: 'Name of the holder; a string counts for the script it is in' },
  },
  {
    name: 'certificate',
    kind: record({ 'kind?': text(40), 'unit?': text(40), 'issuedOn?': plainDay, 'endsOn?': plainDay }),
    example: { kind: 'SFZ', issuedOn: '2026-11-20' },
    means: {
      zh: '证件：种类代码（SFZ、YYZZ……）、机构类型（机关法人……）、发证日、到期日',
      en: 'Certificate: code of its kind (SFZ, YYZZ …), kind of unit (机关法人 …), day of issue, last day',
    },
  },
  {
    name: 'govClass',
    kind: oneOf(1, 2, 3),
    means: { zh: '.gov.cn申请单位属于哪一类', en: 'Class of an applicant for .gov.cn' },
  },
  {
    name: 'operation',
    kind: oneOf('register', 'renew', 'transfer', 'filing'),
    means: { zh: '要办的事：注册、续费、转入、备案', en: 'What is to be done' },
  },
  {
    name: 'consents',
    kind: listOf(oneOf('hkma', 'ia'), 10),
    example: ['hkma'],
    means: {
      zh: '已取得哪些机构的书面同意；[]表示没有',
      en: 'Authorities whose written consent is at hand; [] for none',
    },
  },
  {
    name: 'other',
    kind: either(text(), record({ name: text(), 'registered?': unknownOr(flag) })),
    example: { name: '山月茶館.cn', registered: true },
    means: {
      zh: '要比较的第二个域名；不写registered就当作已注册',
      en: 'A second name to compare with, taken as registered unless it says false',
    },
  },
  {
    name: 'suffixPolicy',
    kind: record({
      'chineseLabels?': unknownOr(flag),
      'latinLabels?': unknownOr(flag),
      'minLength?': unknownOr(wholeNumber),
      'maxLength?': unknownOr(wholeNumber),
      'maxLengthChinese?': unknownOr(wholeNumber),
      'variants?': unknownOr(oneOf('one-name')),
    }),
    example: { minLength: 3 },
    means: {
      zh: '后缀对名字的要求，代替内置的表；null表示不清楚',
      en: 'What the suffix asks of a label, in place of the built-in table; null is not known',
    },
  },
  {
    name: 'wordLists',
    kind: listOf(
      record({
        id: pattern('capital letters, digits and hyphens', /^[A-Z0-9-]{1,40}$/),
        severity: oneOf('refuse', 'advise'),
        words: listOf(text(100), 10_000),
        'match?': oneOf('anywhere', 'word'),
        'suffixes?': listOf(text(260)),
        note: inBothLanguages,
        source: record({ document: text(), section: text(), 'date?': text(10), 'url?': text() }),
        'from?': plainDay,
        'until?': plainDay,
      }),
      100,
    ),
    means: { zh: '经营者自己的词表', en: 'Word lists of whoever runs the shop' },
  },
  {
    name: 'day',
    kind: plainDay,
    example: '2026-11-24',
    means: { zh: '按哪一天的规则；不写就用--day或今天', en: 'The day whose rules are asked; otherwise --day or today' },
  },
]

/** The shape of facts that the fields above accept. */
export interface StatedFacts {
  readonly name?: string
  readonly label?: string
  readonly suffix?: string
  readonly holderName?: string | { readonly zh?: string; readonly en?: string }
  readonly other?: string | { readonly name: string; readonly registered?: boolean | null }
  readonly day?: string
}
