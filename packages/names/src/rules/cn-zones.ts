import { cite } from '@yuming/rules'
import { categoryZones, provinceZones } from '../zones.ts'
import { type NameRule, nameRule, naming, sourceOf } from './name-rule.ts'

const pinyin = { zh: '改用拼音，或选.中国、.公司', en: 'Use pinyin, or choose .中国 or .公司' }

const asciiOnlyUnderCategories = nameRule({
  id: 'NAME-CN-SLD-03',
  only: 'han',
  scope: 'suffix:.com.cn .net.cn .org.cn',
  source: naming('2.1 中文域名前缀'),
  applies: ({ suffix, label }) => suffix.class === 'cn-category' && label.length > 0,
  holds: ({ hasHan }) => !hasHan,
  says: {
    zh: '.com.cn、.net.cn、.org.cn等只收字母、数字和连接符',
    en: 'com.cn, net.cn, org.cn and the like take letters, digits and hyphens only',
  },
  remedy: pinyin,
})

const asciiOnlyUnderProvinces = nameRule({
  id: 'CN-PROVINCE-01',
  only: 'han',
  scope: 'suffix:.bj.cn and the other 33 zones of provinces',
  source: naming('2.1 中文域名前缀'),
  applies: ({ suffix }) => suffix.class === 'cn-province',
  holds: ({ hasHan }) => !hasHan,
  says: ({ suffix }) => ({
    zh: `.${suffix.name}（${provinceZones.get(suffix.name)?.zh ?? '…'}）只收字母、数字和连接符`,
    en: `.${suffix.name} (${provinceZones.get(suffix.name)?.en ?? '…'}) takes letters, digits and hyphens only`,
  }),
  remedy: pinyin,
})

const longEnoughUnderProvinces = nameRule({
  id: 'CN-PROVINCE-02',
  scope: 'suffix:.bj.cn and the other 33 zones of provinces',
  source: sourceOf('minLength'),
  applies: ({ suffix, hasHan, length }) => suffix.class === 'cn-province' && !hasHan && length > 0,
  holds: ({ length, suffix: { policy } }) => (policy.minLength === null ? undefined : length >= policy.minLength),
  says: ({ suffix: { name, policy } }) => ({
    zh: `.${name}至少要${policy.minLength ?? '…'}个字符`,
    en: `A name under .${name} has at least ${policy.minLength ?? '…'} characters`,
  }),
  remedy: { zh: '加长名字，或直接选.cn', en: 'Choose a longer name, or .cn itself' },
})

const zoneIsNoName = nameRule({
  id: 'CN-ZONE-01',
  scope: 'suffix:.cn',
  source: cite('中国互联网络域名体系', '二级域名', { date: '2018-02-28' }),
  from: '2018-02-28',
  applies: ({ suffix }) => suffix.name === 'cn',
  holds: ({ label }) => !categoryZones.has(`${label}.cn`) && !provinceZones.has(`${label}.cn`),
  says: ({ label }) => {
    const zone = provinceZones.get(`${label}.cn`) ?? categoryZones.get(`${label}.cn`)
    return {
      zh: `${label}.cn本身是一个后缀（${zone?.zh ?? '…'}），不能注册`,
      en: `${label}.cn is a suffix itself (${zone?.en ?? '…'}) and cannot be registered`,
    }
  },
  remedy: ({ label }) => ({
    zh: `在.${label}.cn下选一个名字，或换一个名字`,
    en: `Choose a name under .${label}.cn, or another name`,
  }),
})

export const cnZoneRules: readonly NameRule[] = [
  asciiOnlyUnderCategories,
  asciiOnlyUnderProvinces,
  longEnoughUnderProvinces,
  zoneIsNoName,
]
