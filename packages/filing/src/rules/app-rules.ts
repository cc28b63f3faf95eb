import { type FilingCase, isPerson } from '../facts/filing-facts.ts'
import { isWebsite } from '../facts/used-names.ts'
import { bringsService } from '../model/order-types.ts'
import { type FilingRule, filingRule, providerB, providerDays } from './filing-rule.ts'

const from = providerDays.b
const app = ({ service }: FilingCase): boolean => service.kind === 'app'
const platforms = ({ service }: FilingCase) => service.app?.platforms ?? []
const whole = ({ draft }: FilingCase): boolean => draft.complete && bringsService(draft.type)
const systems: ReadonlySet<string> = new Set(['android', 'ios', 'harmony'])
const hosts: ReadonlySet<string> = new Set(['wechat', 'alipay', 'douyin'])
const wanting = (value: string | undefined): boolean => (value?.trim() ?? '') === ''

const icon = filingRule({
  id: 'APP-ICON-01',
  of: 'service',
  source: providerB('App图标不超过100KB'),
  from,
  field: 'app.iconBytes',
  applies: (c) => app(c) && c.service.app?.iconBytes !== undefined,
  holds: ({ service }) => (service.app?.iconBytes ?? 0) <= 102_400,
  says: { zh: 'App图标超过100 KB', en: 'The icon is larger than 100 KB' },
  remedy: { zh: '压缩到100 KB以内，用上架时的图标', en: 'Make it 100 KB or less; use the icon it is listed with' },
})

const iconThere = filingRule({
  id: 'APP-ICON-02',
  of: 'draft',
  source: providerB('App图标不超过100KB'),
  from,
  field: 'papers.app-icon',
  applies: (c) => whole(c) && c.draft.services.some(({ kind }) => kind === 'app'),
  holds: ({ draft }) => draft.services.every(({ kind, app: of }) => kind !== 'app' || of?.iconBytes !== undefined),
  says: { zh: '还没有上传App图标', en: 'The icon of the App is missing' },
  remedy: {
    zh: '在材料里上传上架时的图标，不超过100 KB',
    en: 'Upload the icon it is listed with among the papers, 100 KB at most',
  },
})

const oneName = filingRule({
  id: 'APP-NAME-01',
  of: 'service',
  source: providerB('各平台App名称一致'),
  from,
  field: 'app.platforms',
  applies: (c) => app(c) && platforms(c).some(({ name }) => name !== undefined),
  holds: (c) => platforms(c).every(({ name }) => name === undefined || name === c.service.name),
  says: { zh: '各平台的App名称不一致', en: 'The App has different names on its platforms' },
  remedy: { zh: '统一名称', en: 'Use one name' },
})

const packageId = /^[A-Za-z][\w-]*(?:\.[\w-]+)+$/
const features = filingRule({
  id: 'APP-FEATURE-01',
  of: 'service',
  source: providerB('App特征信息：包名、公钥、证书指纹'),
  from,
  field: 'app.platforms',
  applies: (c) => app(c) && platforms(c).length > 0,
  holds: (c) =>
    platforms(c).every(({ platform, packageId: id, fingerprint }) => {
      if (id !== undefined && !packageId.test(id)) return false
      if (fingerprint === undefined) return true
      const bare = fingerprint.replaceAll(':', '')
      return new RegExp(platform === 'ios' ? '^[0-9a-f]{40}$' : '^[0-9a-f]{32}$', 'i').test(bare)
    }),
  says: {
    zh: '包名或证书指纹不对：安卓和鸿蒙是32位MD5，iOS是40位SHA-1',
    en: 'Package id or fingerprint is wrong: MD5 of 32 digits for Android and HarmonyOS, SHA-1 of 40 for iOS',
  },
  remedy: { zh: '从正式安装包里重新取', en: 'Take them from the release package again' },
})

const somePlatform = filingRule({
  id: 'APP-PLATFORM-02',
  of: 'service',
  source: providerB('上架的平台都要填'),
  from,
  field: 'app.platforms',
  applies: (c) => whole(c) && app(c),
  holds: (c) => platforms(c).some(({ platform }) => systems.has(platform)),
  says: { zh: '没有填App的运行平台', en: 'No platform of the App is given' },
  remedy: { zh: '安卓、iOS、鸿蒙，有哪个填哪个', en: 'Android, iOS, HarmonyOS: give each that it runs on' },
})

const allFeatures = filingRule({
  id: 'APP-FEATURE-02',
  of: 'service',
  source: providerB('App特征信息：包名、公钥、证书指纹'),
  from,
  field: 'app.platforms',
  applies: (c) => whole(c) && app(c) && platforms(c).length > 0,
  holds: (c) =>
    platforms(c).every(
      ({ packageId: id, publicKey, fingerprint }) => !wanting(id) && !wanting(publicKey) && !wanting(fingerprint),
    ),
  says: {
    zh: '每个平台都要有包名、公钥和证书指纹',
    en: 'Each platform needs its package id, public key and certificate digest',
  },
  remedy: { zh: '从正式安装包里取，逐个平台补全', en: 'Take them from the release package, for each platform' },
})

const fourLevels = filingRule({
  id: 'APP-DOMAIN-01',
  of: 'service',
  source: providerB('App所用域名填到四级域名'),
  from,
  field: 'domains',
  applies: ({ service }) => !isWebsite(service) && (service.domains?.length ?? 0) > 0,
  holds: ({ service }) => service.domains?.every((name) => name.replace(/\.$/, '').split('.').length <= 4),
  says: { zh: '用到的域名最多填到四级', en: 'The domains it uses are given down to the fourth level' },
  remedy: {
    zh: '例如v1.api.shanyue.cn；再下面的不用写',
    en: 'For example v1.api.shanyue.cn; what is below is left out',
  },
})

const allPlatforms = filingRule({
  id: 'APP-PLATFORM-01',
  of: 'service',
  source: providerB('上架的平台都要填'),
  from,
  field: 'app.platforms',
  applies: (c) => app(c) && c.service.app?.listedOn !== undefined,
  holds: (c) => c.service.app?.listedOn?.every((each) => platforms(c).some(({ platform }) => platform === each)),
  says: { zh: '有上架的平台没有填', en: 'A platform that lists the App is missing' },
  remedy: { zh: '补全平台信息', en: 'Add it' },
})

const holder = filingRule({
  id: 'APP-HOLDER-01',
  of: 'draft',
  source: providerB('App所用域名的持有者与主办者一致'),
  from,
  field: 'domains',
  applies: ({ draft }) =>
    draft.services.some(({ kind }) => kind === 'app') &&
    draft.subject.name !== undefined &&
    draft.domains.some((each) => each.holder?.name !== undefined),
  holds: ({ draft }) =>
    draft.domains.every(({ holder: by }) => by?.name === undefined || by.name === draft.subject.name),
  says: { zh: 'App所用域名的持有者不是主办者', en: 'The domains that the App uses belong to somebody else' },
  remedy: { zh: '过户或换域名', en: 'Change the holder or use other domains' },
})

const personApart = filingRule({
  id: 'APP-PERSON-01',
  of: 'draft',
  source: providerB('个人的网站和App分次备案'),
  from,
  field: 'services',
  applies: ({ draft }) => isPerson(draft) === true && draft.services.some(({ kind }) => kind === 'app'),
  holds: ({ draft }) => new Set(draft.services.map(({ kind }) => kind ?? 'website')).size === 1,
  says: { zh: '个人的网站和App不能在同一单', en: 'A person files site and App in separate orders' },
  remedy: { zh: '拆成两单', en: 'Make two orders' },
})

const industries = /医疗|药|金融|证券|基金|贷款|保险|新闻|出版|直播|网约车|教育|培训/
const consent = filingRule({
  id: 'APP-CONSENT-01',
  of: 'service',
  source: providerB('特定行业App要主管部门同意文件'),
  from,
  field: 'app.authorityConsent',
  applies: (c) => app(c) && industries.test(c.service.name ?? ''),
  holds: ({ service }) => service.app?.authorityConsent,
  says: { zh: '这个行业的App要主管部门的同意文件', en: 'An App of this trade needs the consent of its authority' },
  remedy: { zh: '上传主管部门的文件', en: 'Upload the consent' },
})

const miniElsewhere = filingRule({
  id: 'MINI-PLATFORM-01',
  of: 'service',
  source: providerB('小程序、快应用在所属平台办理'),
  from,
  field: 'kind',
  // Who hosts it may file it as well: it is an advice, and the bureau decides.
  severity: 'advise',
  applies: ({ draft, service }) => draft.wish === 'file' && service.kind !== undefined,
  holds: ({ service }) => service.kind === 'website' || service.kind === 'app',
  says: {
    zh: '小程序和快应用一般由所属平台报备',
    en: 'Mini-programs and quick apps are usually filed by the platform they run on',
  },
  remedy: {
    zh: '已在所属平台提交的不用再报；后台放在这里、由我们报的，主体信息用同一套',
    en: 'What was submitted there is not filed again; where it is hosted here and filed by us, use the same subject',
  },
})

const miniFeatures = filingRule({
  id: 'MINI-FEATURE-01',
  of: 'service',
  source: providerB('小程序、快应用特征信息：所属平台、AppID或包名'),
  from,
  field: 'app.platforms',
  applies: (c) => whole(c) && (c.service.kind === 'mini-program' || c.service.kind === 'quick-app'),
  holds: (c) => {
    const [first] = platforms(c)
    if (first === undefined || wanting(first.packageId)) return false
    return c.service.kind === 'mini-program' ? hosts.has(first.platform) : packageId.test(first.packageId ?? '')
  },
  says: ({ service }) =>
    service.kind === 'quick-app'
      ? { zh: '快应用要填包名', en: 'A quick app needs its package name' }
      : {
          zh: '小程序要填所属平台和AppID',
          en: 'A mini-program needs the platform it runs on, and its AppID',
        },
  remedy: { zh: '在所属平台的后台查看，照着填', en: 'It is shown in the developer’s console of that platform' },
})

const miniOwner = filingRule({
  id: 'MINI-OWNER-01',
  of: 'service',
  source: providerB('小程序账号主体与主办者一致'),
  from,
  field: 'app.owner',
  applies: ({ draft, service }) => service.app?.owner !== undefined && draft.subject.name !== undefined,
  holds: ({ draft, service }) => service.app?.owner === draft.subject.name,
  says: { zh: '小程序的账号主体不是主办者', en: 'The account of the mini-program belongs to another body' },
  remedy: { zh: '账号主体和主办者改成一致', en: 'Make owner and organiser the same' },
})

/** Apps, mini-programs and quick apps. */
export const appRules: readonly FilingRule[] = [
  icon,
  iconThere,
  oneName,
  features,
  allFeatures,
  allPlatforms,
  somePlatform,
  fourLevels,
  holder,
  personApart,
  consent,
  miniElsewhere,
  miniFeatures,
  miniOwner,
]
