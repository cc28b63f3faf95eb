import { cite, defineRule, evaluate, type Finding, type Rule } from '@yuming/rules'

/** Who wants to hold a name, where the shop front stands. */
export interface HolderFacts {
  readonly suffix: string
  /** Shop front: the China site or the international one (中国站、国际站). */
  readonly site: 'china' | 'international'
  /** ISO 3166-1 alpha-2; HK, MO and TW stand for themselves. */
  readonly region: string
  readonly holderType: 'person' | 'organisation'
}

const cnnic = new Set(['cn', '中国', '公司', '网络'])
const manual = (section: string) => cite('域名注册（文档版本 20210119）', section, { date: '2021-01-19' })

const chinaSite: Record<string, readonly HolderFacts['holderType'][]> = {
  CN: ['person', 'organisation'],
  HK: ['organisation'],
  MO: ['organisation'],
}

/** The matrix of S1-11…S1-25, the holder type of .gov.cn (S0-11), and .hk, which is only renewed here (S1-42). */
const holderRules: readonly Rule<HolderFacts>[] = [
  defineRule<HolderFacts>({
    id: 'CN-REGION-01',
    source: manual('1 支持注册的域名后缀'),
    from: '2021-01-19',
    severity: 'refuse',
    field: 'holder',
    applies: ({ suffix, site }) => site === 'china' && cnnic.has(suffix),
    holds: ({ region, holderType }) => chinaSite[region]?.includes(holderType) ?? false,
    says: ({ suffix }) => ({
      zh: `中国站的 .${suffix} 不收这个地区的这类持有者`,
      en: `The China site does not register .${suffix} for this kind of holder from this region`,
    }),
    remedy: { zh: '建议前往国际站注册', en: 'Please register on the international site' },
  }),
  defineRule<HolderFacts>({
    id: 'GOV-HOLDER-01',
    source: cite('通用域名注册流程', '确认订单', { date: '2019-01-01' }),
    from: '2019-01-01',
    severity: 'refuse',
    field: 'holder',
    applies: ({ suffix }) => suffix === 'gov.cn',
    holds: ({ holderType }) => holderType === 'organisation',
    says: { zh: '.gov.cn 的持有者只能是单位', en: 'The holder of a .gov.cn name is an organisation' },
    remedy: { zh: '选“企业或组织”', en: 'Choose “organisation”' },
  }),
  defineRule<HolderFacts>({
    id: 'HK-RENEW-01',
    source: manual('2.1 .hk 域名'),
    from: '2021-01-19',
    severity: 'refuse',
    field: 'suffix',
    applies: ({ suffix }) => suffix === 'hk' || suffix.endsWith('.hk'),
    holds: () => false,
    says: { zh: '.hk 在这里只能续费，不能注册', en: '.hk names can be renewed here, not registered' },
    remedy: { zh: '请向香港域名注册有限公司申请注册', en: 'Apply to the Hong Kong registry operator' },
  }),
]

/** What stands against this holder having a name under this suffix on that day. */
export function holderFindings(facts: HolderFacts, day: string): readonly Finding[] {
  return evaluate(holderRules, facts, day).findings
}
