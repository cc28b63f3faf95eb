import { factsOf, provinceNamed } from '@yuming/filing'
import { cite, type Source } from '@yuming/rules'

export interface SmsWindow {
  readonly hours: number
  /** At this many wrong codes the order comes back; undefined where no rule tells. */
  readonly wrongCodes?: number
  readonly source: Source
}

/** The check by SMS is asked in every province (取消接入不要). */
const everywhere = {
  from: '2020-08-17',
  hours: 24,
  wrongCodes: 6,
  source: cite('境内接入商乙的公开文档：备案知识库', '短信核验：全国24小时内，第6次输错退回', { date: '2025-12-31' }),
} as const

/** How long the ministry's check by SMS is open in a province on a day; undefined where none is asked (S3-68, S3-72). */
export function smsWindow(province: string, day: string): SmsWindow | undefined {
  if (day >= everywhere.from) return everywhere
  const known = provinceNamed(province)
  const fact = known && factsOf(known, day).find(({ topic }) => topic === 'sms')
  const [source] = fact?.sources ?? []
  // The pilots gave two days (S3-72).
  return source && { hours: 48, source }
}
