import { figure, type Maker, provinceRule } from '../province-rule.ts'

const daysBetween = (from: string, until: string): number => (Date.parse(until) - Date.parse(from)) / 86_400_000

/** domainValidity: how long the domain must still be valid. */
export const validityRules: Maker = (fact, province) => {
  const least = figure(fact, 'minDays') ?? 90
  return [
    provinceRule(fact, province, {
      of: 'domain',
      field: 'expiresOn',
      applies: ({ draft, domain }) => domain.expiresOn !== undefined && domain.expiresOn >= draft.day,
      holds: ({ draft, domain }) => daysBetween(draft.day, domain.expiresOn ?? draft.day) > least,
      says: ({ domain }) => ({
        zh: `${province.name}要求域名剩余有效期多于3个月，${domain.name}到${domain.expiresOn ?? '…'}`,
        en: `${province.english} wants more than three months left; ${domain.name} runs until ${domain.expiresOn ?? '…'}`,
      }),
      remedy: { zh: '续费后再提交', en: 'Renew it, then submit' },
    }),
  ]
}
