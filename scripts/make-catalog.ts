import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { labelClassOf } from '@yuming/names'

/**
 * Makes platform/src/modules/catalog/data/suffixes.json from the facts kept beside the checkout: one line a suffix, and
 * what is not known is left out. Run it by hand when the facts change; the product itself only reads the result.
 */
interface Fact {
  suffix: string
  aLabel: string
  kind: string
  meaningZh: string
  meaningEn: string
  registry: string | null
  backend: string | null
  realNameRequired: boolean | null
  realNameSince: string | null
  verifyBefore: boolean | null
  templateInheritance: boolean | null
  templateCautions: string[] | null
  namingReview: boolean | null
  namingRefund: boolean | null
  chineseLabels: boolean | null
  minLength: number | null
  maxLength: number | null
  maxLengthChinese: number | null
  hyphenRule: string | null
  minYears: number | null
  maxYears: number | null
  special: string | null
  miitApproved: boolean | null
  miitApprovedDate: string | null
  miitApprovedDateIs: string | null
  registryLock: boolean | null
  dnssec: boolean | null
  examplePriceCNY:
    | (Record<'register' | 'renew' | 'transfer' | 'restore', number | null> & {
        asOf?: Record<string, { year: number; source: string }>
        restoreOther?: { value: number; year: number; source: string }
      })
    | null
  namedBy: string[]
  lastSeenOnSale: string | null
  notes: string[]
  fieldSources: Record<string, string>
}

const folder = process.env.YUMING_SHARED_DATA
  ? path.join(process.env.YUMING_SHARED_DATA, '../facts')
  : '../shared/facts'
const source = path.join(folder, 'suffixes.json')
if (!existsSync(source)) {
  console.error(`make-catalog: ${source} is missing; the catalogue stays as it is.`)
  process.exit(1)
}
const { suffixes } = JSON.parse(readFileSync(source, 'utf8')) as { suffixes: (Fact & Record<string, unknown>)[] }
const data = 'platform/src/modules/catalog/data'
const { prices } = JSON.parse(readFileSync(`${data}/prices.json`, 'utf8')) as {
  prices: Record<string, Record<'register' | 'renew' | 'transfer', number | null>>
}

/** Ids of the facts' sources, by the names that data/sources.json explains. */
const sourceIds: Readonly<Record<string, string>> = {
  psl: 'public-suffix-list',
  netdri: 'backend-list',
  'ali-rn': 'realname-dates',
  'ali-price': 'restore-prices-a',
  'ali-redeem': 'restore-windows',
  'ali-redeem-old': 'restore-windows-old',
  'ali-suffix': 'suffix-table',
  'ali-naming': 'naming-rules',
  'ali-legal': 'label-legality',
  'ali-qual': 'qualification-papers',
  'ali-policy': 'registry-names',
  'ali-list': 'meaning-list',
  'ali-lock': 'registry-lock',
  'ali-2022': 'verify-first-2022',
  'ali-art': 'art-data',
  s1: 'manual-2021',
  'hw-tpl': 'template-inheritance',
  'hw-price': 'restore-prices-h',
  'hw-tr': 'transfer-rules-h',
  'tc-list': 'suffix-list-2021',
  'tc-new': 'price-notices',
  'tc-2021': 'verify-first-2021',
  'tc-tr': 'transfer-rules-t',
  'tc-renew': 'renewal-rules',
  'tc-name': 'naming-review',
  'tc-rn': 'realname-t',
  'tc-law': 'law-eligibility',
  'tc-api': 'suffix-list-2025',
  'tc-misc': 'questions-t',
  r53: 'registrar-guide-2023',
  epp: 'lifecycle-notes',
  rules: 'china-rules',
  miit2018: 'miit-2018-7',
  v2fly: 'licensed-chinese-list',
  'n-verisign': 'licence-com-net',
  'n-2016': 'licence-2016-12',
  'n-shop': 'licence-2017-01',
  'n-ink': 'licence-2017-02',
  'n-apr17': 'licence-2017-04',
  'n-ltd': 'licence-ltd',
  'n-2015': 'licence-2015',
  'n-knet': 'licence-2014',
  'n-asia': 'licence-asia',
  'gh-org': 'unlicensed-reports',
  'gh-price': 'user-prices',
  'ali-dnssec': 'dnssec-suffixes',
  'ali-trade': 'market-hold',
  'tc-caution': 'template-cautions',
  'infer-sold': 'inferred-from-sale',
  'infer-family': 'inferred-from-parent',
  gk: 'general-knowledge',
}

const registryOf: Record<string, string> = { com: 'thin', net: 'thin', 网址: 'wangzhi', 商标: 'wangzhi' }
for (const name of ['cn', '中国', '公司', '网络']) registryOf[name] = 'cn'
const flows: Record<string, string> = { 商标: 'trademark', 'gov.cn': 'gov', '姓名.网址': 'personal-name' }
const cnnic = new Set(['cn', '中国', '公司', '网络'])
// .中國 is .中国 in traditional characters, and one zone with it.
const oneName = new Set([...cnnic, '中國'])
const zones: Record<string, string> = {
  gTLD: 'gtld',
  newGTLD: 'new-gtld',
  ccTLD: 'cctld',
  idnTLD: 'idn',
  'second-level': 'second-level',
}
const lifecycleFields = [
  'addGraceDays',
  'autoRenewGraceDays',
  'renewGraceDays',
  'redemptionDays',
  'redemptionRetailDays',
  'pendingDeleteDays',
  'transferLockDays',
  'transferDaysBeforeExpiry',
  'marketHoldDays',
] as const
/** Where a fact goes in our record. */
const places: Record<string, string> = {
  meaningZh: 'meaning.zh',
  meaningEn: 'meaning.en',
  registry: 'registryOperator',
  realNameRequired: 'realName',
  templateInheritance: 'templateCovers',
  chineseLabels: 'idn',
  minLength: 'label.minLength',
  maxLengthChinese: 'label.maxLengthChinese',
  hyphenRule: 'label.hyphenRule',
  minYears: 'periods.min',
  maxYears: 'periods',
  miitApprovedDate: 'miitApprovedOn',
  miitApprovedDateIs: 'miitApprovedOn.is',
  'price.restoreOther': 'exampleRestoreOther',
  'price.register': 'examplePriceFen.register',
  'price.renew': 'examplePriceFen.renew',
  'price.transfer': 'examplePriceFen.transfer',
  'price.restore': 'examplePriceFen.restore',
  note: 'notes',
  ...Object.fromEntries(lifecycleFields.map((field) => [field, `lifecycle.${field}`])),
}
// The facts keep an older text as well. Rules of names know it with its days (CN-HAN-LENGTH-01); the newer text is in force.
const history = new Set(['cn.maxLengthChinese'])
// The facts name the words; these meanings are the manual's own (S1-60 … S1-73).
const meanings: Record<string, [string, string]> = {
  com: ['商业组织、公司', 'Commercial organisations'],
  cn: ['代表中国', 'China'],
  'com.cn': ['中国的商业组织', 'Commercial organisations in China'],
  'net.cn': ['中国的网络服务', 'Network services in China'],
  'org.cn': ['中国的非盈利组织', 'Non-profit organisations in China'],
  中国: ['代表中国，中文', 'China, in Chinese'],
  公司: ['企业与公司', 'Companies'],
  网络: ['网络服务，中文', 'Network services, in Chinese'],
  网址: ['网址导航，中文', 'Web addresses, in Chinese'],
  商标: ['商标持有人', 'Owners of trademarks'],
  'gov.cn': ['党政机关', 'Government bodies'],
  net: ['网络服务', 'Network services'],
  org: ['非盈利组织', 'Non-profit organisations'],
  gov: ['政府部门', 'Government departments'],
  edu: ['教育机构', 'Educational institutions'],
  biz: ['商务网站', 'Business'],
  tv: ['电视媒体', 'Television and media'],
  info: ['信息服务', 'Information services'],
  name: ['名字域名', 'Personal names'],
  mobi: ['手机域名', 'Mobile services'],
  asia: ['代表亚洲', 'Asia'],
  so: ['搜索域名', 'Search'],
  hk: ['中国香港域名', 'Hong Kong, China'],
  'com.hk': ['中国香港的商业组织', 'Commercial organisations in Hong Kong, China'],
}
const manualMeanings = new Set('com cn net org gov edu biz tv info name mobi asia so hk'.split(' '))
/** Who may register under the four CNNIC suffixes (S1-12…S1-25). */
const eligibility = {
  chinaCN: 'both',
  chinaHK: 'organisation',
  chinaMO: 'organisation',
  chinaTW: 'nobody',
  chinaOther: 'nobody',
  internationalCN: 'both',
  internationalHK: 'both',
  internationalMO: 'both',
  internationalTW: 'both',
  internationalOther: 'both',
}
const qualified =
  /^(trademark|gov|personal-name|hk-documents|research|public-interest|https-only|qualification-|restricted-)/

/** Without members that say nothing. */
function told(record: Record<string, unknown>): Record<string, unknown> | undefined {
  const members = Object.entries(record).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  )
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

function recordOf(fact: Fact & Record<string, unknown>): Record<string, unknown> | undefined {
  const { suffix } = fact
  const renewOnly = suffix === 'hk' || suffix.endsWith('.hk')
  const price = prices[suffix]
  const flow = renewOnly ? 'renew-only' : (flows[suffix] ?? 'general')
  const restricted = flow !== 'general' || /^(qualification|restricted|trademark|gov)/.test(fact.special ?? '')
  const capabilities = renewOnly
    ? { register: false, transfer: false, renew: true }
    : price && { register: price.register !== null, transfer: price.transfer !== null, renew: price.renew !== null }
  const [zh, en] = meanings[suffix] ?? [fact.meaningZh, fact.meaningEn]
  const sources = Object.fromEntries(
    Object.entries(fact.fieldSources).flatMap(([field, id]) => {
      const named = sourceIds[id]
      if (!named) throw new Error(`${suffix}.${field} has the source ${id}, which nothing explains`)
      return history.has(`${suffix}.${field}`) ? [] : [[places[field] ?? field, named]]
    }),
  )
  if (meanings[suffix]) {
    sources['meaning.zh'] = manualMeanings.has(suffix) ? 'manual-2021' : 'house'
    sources['meaning.en'] = 'house'
  }
  if (renewOnly) sources.capabilities = 'manual-2021'
  else if (capabilities) sources.capabilities = 'price-list'
  if (fact.special && qualified.test(fact.special)) sources.qualification = sources.special ?? 'house'
  if (oneName.has(suffix)) sources.variants = 'manual-2021'
  if (fact.notes.length > 0) sources.notes ??= 'house'
  // S1-11: the matrix of S1-12…S1-25 is of exactly these four.
  if (cnnic.has(suffix)) sources.eligibility = 'manual-2021'
  const example = fact.examplePriceCNY
  const when = ({ year, source }: { year: number; source: string }) => ({ year, source: sourceIds[source] ?? source })
  const inFen = (yuan: number | null) => (yuan === null ? null : Math.round(yuan * 100))
  return told({
    suffix,
    ascii: fact.aLabel,
    registry:
      price && !renewOnly && flow !== 'personal-name'
        ? (registryOf[suffix] ?? (suffix.endsWith('.cn') ? 'cn' : 'general'))
        : null,
    registryOperator: fact.registry,
    backend: fact.backend,
    zone: zones[fact.kind] ?? 'product',
    kind: renewOnly
      ? 'renew-only'
      : restricted
        ? 'restricted'
        : cnnic.has(suffix) || suffix.endsWith('.cn')
          ? 'china'
          : 'generic',
    flow,
    meaning: { zh, en },
    labelClass: labelClassOf(suffix),
    label: told({
      minLength: fact.minLength,
      maxLength: fact.maxLength,
      maxLengthChinese: history.has(`${suffix}.maxLengthChinese`) ? null : fact.maxLengthChinese,
      hyphenRule: fact.hyphenRule?.split(',')[1],
      chinese: fact.chineseLabels,
    }),
    variants: oneName.has(suffix) ? 'one-name' : null,
    periods: told({ min: fact.minYears, max: fact.maxYears }),
    lifecycle: told(Object.fromEntries(lifecycleFields.map((field) => [field, fact[field]]))),
    realName: fact.realNameRequired === null ? null : fact.realNameRequired ? 'required' : 'not-required',
    realNameSince: fact.realNameSince,
    verifyBefore: fact.verifyBefore,
    templateCovers: fact.templateInheritance,
    templateCautions: fact.templateCautions,
    namingReview: fact.namingReview,
    namingRefund: fact.namingRefund,
    eligibility: cnnic.has(suffix) ? eligibility : null,
    qualification: fact.special && qualified.test(fact.special) ? fact.special : null,
    special: fact.special,
    miitApproved: fact.miitApproved,
    miitApprovedOn: fact.miitApprovedDate
      ? { date: fact.miitApprovedDate, is: fact.miitApprovedDateIs ?? 'about' }
      : null,
    registryLock: fact.registryLock,
    dnssec: fact.dnssec,
    capabilities,
    examplePriceFen:
      example && [example.register, example.renew, example.transfer, example.restore].some((yuan) => yuan !== null)
        ? {
            register: inFen(example.register),
            renew: inFen(example.renew),
            transfer: inFen(example.transfer),
            restore: inFen(example.restore),
          }
        : null,
    examplePriceAsOf: told(
      Object.fromEntries(Object.entries(example?.asOf ?? {}).map(([operation, asOf]) => [operation, when(asOf)])),
    ),
    exampleRestoreOther: example?.restoreOther
      ? { fen: inFen(example.restoreOther.value), ...when(example.restoreOther) }
      : null,
    namedBy: fact.namedBy,
    lastSeenOnSale: fact.lastSeenOnSale,
    notes: fact.notes,
    sources,
  })
}

/** A product under .网址 (S1-28), no zone of its own in the facts: what the registry of .网址 does holds for it too. */
function personalNameIn(zone: Record<string, unknown>) {
  const kept = ['registryOperator', 'backend', 'lifecycle', 'namingReview', 'namingRefund'] as const
  const more = ['miitApproved', 'miitApprovedOn', 'realNameSince'] as const
  const fields: readonly string[] = [...kept, ...more]
  const of = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, zone[name]]))
  return told({
    suffix: '姓名.网址',
    ascii: zone.ascii,
    under: zone.suffix,
    ...of(['registry', 'registryOperator', 'backend']),
    zone: 'product',
    kind: 'restricted',
    flow: 'personal-name',
    meaning: { zh: '姓名.网址', en: 'Personal names under .网址' },
    labelClass: 'personal-name',
    label: { chinese: true },
    periods: zone.periods,
    ...of(['lifecycle']),
    realName: 'required',
    ...of(['realNameSince']),
    verifyBefore: false,
    templateCovers: true,
    ...of(['namingReview', 'namingRefund']),
    qualification: 'personal-name',
    ...of(['miitApproved', 'miitApprovedOn']),
    capabilities: { register: true, transfer: false, renew: true },
    sources: {
      flow: 'manual-2021',
      'meaning.zh': 'manual-2021',
      'meaning.en': 'house',
      idn: 'manual-2021',
      'periods.min': 'backend-list',
      periods: 'backend-list',
      realName: 'manual-2021',
      verifyBefore: 'manual-2021',
      templateCovers: 'manual-2021',
      qualification: 'manual-2021',
      capabilities: 'price-list',
      ...Object.fromEntries(
        Object.entries(zone.sources as Record<string, string>).filter(([field]) =>
          fields.includes(field.split('.')[0] ?? ''),
        ),
      ),
    },
  })
}

// Those of the price list come first and in its order: that is how they are shown.
const order = new Map(Object.keys(prices).map((suffix, place) => [suffix, place]))
const ownZones = suffixes.map(recordOf).filter((record) => record !== undefined)
const webAddress = ownZones.find(({ suffix }) => suffix === '网址')
const records = [...ownZones, ...(webAddress ? [personalNameIn(webAddress) ?? {}] : [])].sort(
  (a, b) => (order.get(String(a.suffix)) ?? 10_000) - (order.get(String(b.suffix)) ?? 10_000),
)
writeFileSync(
  `${data}/suffixes.json`,
  `{"suffixes":[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]}\n`,
)
console.log(`make-catalog: ${records.length} suffixes`)
