import { cite } from '@yuming/rules'
import { type NameRule, nameRule } from './name-rule.ts'

const source = cite('域名实名认证失败原因及解决方案', '证件日期', { date: '2021-07-23' })

/** YYYY-MM-DD plus whole days. */
function plusDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** New papers reach the public databases some days after they were issued. */
const certificateSettled = nameRule({
  id: 'CERT-AGE-01',
  source,
  severity: 'advise',
  field: 'certificate',
  applies: ({ given }) => given.certificate?.issuedOn !== undefined,
  holds: ({ given, day }) => day >= plusDays(given.certificate?.issuedOn ?? day, 10),
  says: {
    zh: '证件发放不到10天，实名认证可能查不到',
    en: 'The paper is less than 10 days old; the check of identity may not find it yet',
  },
  remedy: ({ given, day }) => {
    const usable = plusDays(given.certificate?.issuedOn ?? day, 10)
    return { zh: `${usable}起再提交`, en: `Hand it in from ${usable} on` }
  },
})

const certificateLasts = nameRule({
  id: 'CERT-END-01',
  source,
  severity: 'advise',
  field: 'certificate',
  applies: ({ given, day }) => given.certificate?.endsOn !== undefined && given.certificate.endsOn >= day,
  holds: ({ given, day }) => (given.certificate?.endsOn ?? day) >= plusDays(day, 90),
  says: ({ given }) => ({
    zh: `证件${given.certificate?.endsOn ?? '…'}到期，不到3个月`,
    en: `The paper ends on ${given.certificate?.endsOn ?? '…'}, in less than 3 months`,
  }),
  remedy: { zh: '先换领新证件，再提交', en: 'Have it renewed before you hand it in' },
})

const certificateValid = nameRule({
  id: 'CERT-END-02',
  source,
  field: 'certificate',
  applies: ({ given }) => given.certificate?.endsOn !== undefined,
  holds: ({ given, day }) => (given.certificate?.endsOn ?? day) >= day,
  says: ({ given }) => ({
    zh: `证件已于${given.certificate?.endsOn ?? '…'}到期`,
    en: `The paper ended on ${given.certificate?.endsOn ?? '…'}`,
  }),
  remedy: { zh: '换用有效的证件', en: 'Use one that is valid' },
})

export const certificateDateRules: readonly NameRule[] = [certificateSettled, certificateLasts, certificateValid]
