import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Makes platform/src/modules/catalog/data/suffixes.json from the facts kept beside the checkout. Run it by hand when the
 * facts change; the product itself only reads the result. Names of documents become neutral ids with their dates.
 */
interface Fact {
  suffix: string
  aLabel: string
  kind: string
  meaningZh: string | null
  meaningEn: string | null
  realNameRequired: boolean | null
  verifyBefore: boolean | null
  templateInheritance: boolean | null
  chineseLabels: boolean | null
  minYears: number | null
  maxYears: number | null
  special: string | null
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
const { suffixes } = JSON.parse(readFileSync(source, 'utf8')) as { suffixes: Fact[] }
const prices = JSON.parse(readFileSync('platform/src/modules/catalog/data/prices.json', 'utf8')) as {
  prices: Record<string, unknown>
}

const registryOf: Record<string, string> = { com: 'thin', net: 'thin', 网址: 'wangzhi', 商标: 'wangzhi' }
for (const name of ['cn', 'com.cn', 'net.cn', 'org.cn', 'gov.cn', '中国', '公司', '网络']) registryOf[name] = 'cn'
const restricted: Record<string, string> = { 商标: 'trademark', 'gov.cn': 'gov', '姓名.网址': 'personal-name' }
const renewOnly = new Set(['hk', 'com.hk'])
const china = new Set(['cn', 'com.cn', 'net.cn', 'org.cn', '中国', '公司', '网络'])
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
  biz: ['商务网站', 'Business'],
  tv: ['电视媒体', 'Television and media'],
  info: ['信息服务', 'Information services'],
  name: ['名字域名', 'Personal names'],
  mobi: ['手机域名', 'Mobile services'],
  asia: ['代表亚洲', 'Asia'],
  so: ['搜索域名', 'Search'],
  hk: ['中国香港', 'Hong Kong, China'],
  'com.hk': ['中国香港的商业组织', 'Commercial organisations in Hong Kong, China'],
}

const records = Object.keys(prices.prices).map((suffix) => {
  const fact = suffixes.find((candidate) => candidate.suffix === suffix)
  const from = (field: string) => fact?.fieldSources[field]
  const fields = {
    idn: 'chineseLabels',
    realName: 'realNameRequired',
    verifyBefore: 'verifyBefore',
    templateCovers: 'templateInheritance',
    periods: 'maxYears',
  }
  const special = restricted[suffix]
  const meaning = meanings[suffix] ?? [fact?.meaningZh ?? suffix, fact?.meaningEn ?? suffix]
  return {
    suffix,
    ascii: fact?.aLabel ?? suffix,
    registry: renewOnly.has(suffix) || special === 'personal-name' ? null : (registryOf[suffix] ?? 'general'),
    kind: renewOnly.has(suffix) ? 'renew-only' : special ? 'restricted' : china.has(suffix) ? 'china' : 'generic',
    flow: renewOnly.has(suffix) ? 'renew-only' : (special ?? 'general'),
    meaning: { zh: meaning[0], en: meaning[1] },
    periods: { min: fact?.minYears ?? 1, max: fact?.maxYears ?? 10 },
    idn: fact?.chineseLabels ?? null,
    realName:
      fact?.realNameRequired === true ? 'required' : fact?.realNameRequired === false ? 'not-required' : 'unknown',
    verifyBefore: fact?.verifyBefore ?? null,
    templateCovers: fact?.templateInheritance ?? null,
    sources: Object.entries(fields).flatMap(([field, name]) => {
      const known = from(name)
      return known ? [{ field, source: known }] : []
    }),
  }
})
writeFileSync('platform/src/modules/catalog/data/suffixes.json', `${JSON.stringify({ suffixes: records }, null, 1)}\n`)
console.log(`make-catalog: ${records.length} suffixes`)
