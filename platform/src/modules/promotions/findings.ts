import type { Finding, Text } from '@yuming/rules'

const source = { document: '本平台的优惠规则', section: '运营' }
const from = '2026-11-29'
const refusal = (rule: string, field: string, message: Text, remedy: Text): Finding => ({
  rule,
  severity: 'refuse',
  field,
  message,
  remedy,
  source,
  from,
})

export const unknownSuffix = (suffix: string) =>
  refusal(
    'PROMO-SUFFIX-01',
    'suffixes',
    { zh: `目录里没有在售的“.${suffix}”`, en: `.${suffix} is not sold in the catalogue` },
    { zh: '核对后缀，或先把它放上价格表', en: 'Check the suffix, or put it on the price list first' },
  )
export const endsBeforeItBegins = refusal(
  'PROMO-DAYS-01',
  'until',
  { zh: '最后一天早于第一天', en: 'The last day is before the first' },
  { zh: '改日期', en: 'Change the days' },
)
export const beginsInThePast = refusal(
  'PROMO-DAYS-02',
  'from',
  { zh: '第一天已经过去', en: 'The first day is over' },
  { zh: '从今天或以后的日子起', en: 'Begin today or later' },
)
export const moreThanWhole = refusal(
  'PROMO-VALUE-01',
  'value',
  { zh: '百分比要在1到100之间', en: 'A percentage is between 1 and 100' },
  { zh: '改数值', en: 'Change the value' },
)
export const givesNothing = (suffix: string) =>
  refusal(
    'PROMO-VALUE-02',
    'value',
    { zh: `这个一口价不低于.${suffix}那天的首年价`, en: `The fixed price is not below what .${suffix} costs then` },
    { zh: '写低一些，或去掉这个后缀', en: 'Lower it, or leave the suffix out' },
  )
export const needsNoCode = refusal(
  'PROMO-CODES-01',
  'promotion',
  { zh: '这个优惠不用口令', en: 'This promotion needs no code' },
  { zh: '给需要口令的优惠发放', en: 'Issue codes for one that needs them' },
)
export const beginsTooLate = (mostDays: number) =>
  refusal(
    'PROMO-CODES-02',
    'from',
    {
      zh: `口令最早现在、最晚${mostDays}天后开始`,
      en: `Codes begin now at the earliest, and within ${mostDays} days`,
    },
    { zh: '改开始的时间', en: 'Change when they begin' },
  )
export const wordTaken = refusal(
  'PROMO-CODES-03',
  'word',
  { zh: '这个口令已经发过', en: 'This code was issued before' },
  { zh: '换一个', en: 'Choose another' },
)
export const accountUnknown = refusal(
  'PROMO-CODES-05',
  'account',
  { zh: '没有用这个邮箱登录的账号', en: 'No account signs in with this address' },
  { zh: '核对邮箱，或不指定账号', en: 'Check the address, or issue codes for any account' },
)
export const wordForOne = refusal(
  'PROMO-CODES-04',
  'word',
  { zh: '自定的口令一次只发一个', en: 'A word of your own is one code' },
  { zh: '个数改为1', en: 'Make the count 1' },
)
