import { cite, defineRule, type Rule } from '@yuming/rules'
import type { KnownSuffix } from '../suffix-record.ts'

/** A record as it would be, and the registries that this platform is connected to. */
export interface RecordFacts {
  readonly record: KnownSuffix
  /** undefined: not known, and then not asked. */
  readonly registries: ReadonlySet<string> | undefined
}

type Texts = Pick<Rule<RecordFacts>, 'says' | 'remedy'>

/** The house rules of the catalogue; they have stood since the first edition. */
export const houseRule = { source: cite('本平台的目录规则', '修改后缀'), from: '2026-11-01' } as const

const rule = (id: string, field: string, { says, remedy }: Texts, holds: Rule<RecordFacts>['holds']) =>
  defineRule<RecordFacts>({
    ...houseRule,
    id,
    scope: 'catalog',
    severity: 'refuse',
    field,
    applies: () => true,
    says,
    remedy,
    holds,
  })

const notLonger = (least: number | null, most: number | null) => least === null || most === null || least <= most

/** A record that contradicts itself is not published; each rule names one contradiction. */
export const contradictions: readonly Rule<RecordFacts>[] = [
  rule(
    'CATALOG-PERIODS-01',
    'periods',
    {
      says: { zh: '最短年限比最长年限还长', en: 'The shortest period is longer than the longest' },
      remedy: { zh: '改年限', en: 'Correct the periods' },
    },
    ({ record: { periods } }) => notLonger(periods.min, periods.max),
  ),
  rule(
    'CATALOG-PERIODS-02',
    'periods',
    {
      says: { zh: '有价格，却不知道能卖几年', en: 'It has a price, and nothing says for how many years it is sold' },
      remedy: { zh: '填最短和最长年限', en: 'Give the shortest and the longest period' },
    },
    ({ record: { priceFen, periods } }) =>
      Object.values(priceFen).every((fen) => fen === null) || (periods.min !== null && periods.max !== null),
  ),
  rule(
    'CATALOG-LABEL-01',
    'label',
    {
      says: { zh: '最短长度比最长长度还长', en: 'The shortest label is longer than the longest' },
      remedy: { zh: '改长度', en: 'Correct the lengths' },
    },
    ({ record: { label } }) =>
      notLonger(label.minLength, label.maxLength ?? 63) && notLonger(label.minLength, label.maxLengthChinese),
  ),
  rule(
    'CATALOG-PRICE-01',
    'priceFen',
    {
      says: { zh: '价格不能是负数', en: 'A price is not negative' },
      remedy: { zh: '改价格，单位是分', en: 'Correct the price; it is in fen' },
    },
    ({ record: { priceFen } }) => Object.values(priceFen).every((fen) => fen === null || fen >= 0),
  ),
  rule(
    'CATALOG-HK-01',
    'capabilities.register',
    {
      says: ({ record }) => ({
        zh: `.${record.suffix}在这里只能续费，不能注册`,
        en: `.${record.suffix} names can be renewed here, not registered`,
      }),
      remedy: {
        zh: '不开放注册；要注册的人请向香港域名注册有限公司申请',
        en: 'Leave registration closed; applicants go to the Hong Kong registry operator',
      },
    },
    ({ record }) => record.flow !== 'renew-only' || record.capabilities.register !== true,
  ),
  ...(
    [
      ['register', '注册', 'registration'],
      ['transfer', '转入', 'transfer'],
      ['renew', '续费', 'renewal'],
    ] as const
  ).map(([operation, zh, en]) =>
    rule(
      `CATALOG-${operation.toUpperCase()}-01`,
      `priceFen.${operation}`,
      {
        says: { zh: `标了${zh}价，却没有开放${zh}`, en: `It has a price of ${en}, and ${en} is not open` },
        remedy: { zh: `先开放${zh}，或去掉${zh}价`, en: `Open ${en} first, or remove the price` },
      },
      ({ record }) => record.priceFen[operation] === null || record.capabilities[operation] === true,
    ),
  ),
  rule(
    'CATALOG-KEEP-01',
    'priceFen.renew',
    {
      says: { zh: '能注册却没有续费价，到期后留不住', en: 'Names could be registered and not be renewed' },
      remedy: { zh: '填续费价', en: 'Give a price of renewal' },
    },
    ({ record: { priceFen } }) => priceFen.register === null || priceFen.renew !== null,
  ),
  rule(
    'CATALOG-REGISTRY-01',
    'registry',
    {
      says: {
        zh: '标了注册价，却没有接上注册局',
        en: 'It has a price of registration, and no registry takes its names',
      },
      remedy: { zh: '选一个已配置的注册局，或去掉注册价', en: 'Choose a configured registry, or remove the price' },
    },
    ({ record, registries }) =>
      record.priceFen.register === null ||
      (record.registry !== null && (registries === undefined || registries.has(record.registry))),
  ),
  rule(
    'CATALOG-GRACE-01',
    'lifecycle.redemptionDays',
    {
      says: {
        zh: '有赎回期，却不知道宽限期有几天',
        en: 'There is a redemption period, and no days of grace before it',
      },
      remedy: {
        zh: '填自动续费宽限期或续费宽限期的天数',
        en: 'Give the days of the auto-renew grace or of the renewal grace',
      },
    },
    ({ record: { lifecycle } }) =>
      (lifecycle.redemptionDays ?? 0) === 0 ||
      lifecycle.autoRenewGraceDays !== null ||
      lifecycle.renewGraceDays !== null,
  ),
  rule(
    'CATALOG-RESTORE-01',
    'priceFen.restore',
    {
      says: { zh: '没有赎回期，却标了赎回价', en: 'There is no redemption period, and yet a price of restoring' },
      remedy: { zh: '去掉赎回价，或填赎回期天数', en: 'Remove the price, or give the days of redemption' },
    },
    ({ record }) => record.priceFen.restore === null || record.lifecycle.redemptionDays !== 0,
  ),
  rule(
    'CATALOG-TIERS-01',
    'premiumTiers',
    {
      says: { zh: '两个溢价档同名', en: 'Two classes of premium names have one name' },
      remedy: { zh: '每档用不同的名字', en: 'Give each class a name of its own' },
    },
    ({ record: { premiumTiers } }) =>
      premiumTiers === null || new Set(premiumTiers.map(({ tier }) => tier)).size === premiumTiers.length,
  ),
  rule(
    'CATALOG-VERIFY-01',
    'verifyBefore',
    {
      says: { zh: '不要求实名，却要先实名再注册', en: 'No identity is asked for, and yet it is verified first' },
      remedy: { zh: '两项改成一致', en: 'Make the two agree' },
    },
    ({ record }) => record.realName !== 'not-required' || record.verifyBefore !== true,
  ),
  rule(
    'CATALOG-REFUND-01',
    'namingRefund',
    {
      says: {
        zh: '没有命名审核，却写明审核不过退款',
        en: 'There is no naming review, and yet its failure is refunded',
      },
      remedy: { zh: '两项改成一致', en: 'Make the two agree' },
    },
    ({ record }) => record.namingReview !== false || record.namingRefund !== true,
  ),
]
