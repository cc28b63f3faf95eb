import type { DomainContact, DomainReport } from '../../../model/domain-report.ts'
import type { Writing } from '../../../shape/writing.ts'
import { isEmail, isPhone } from './contact.ts'

const label = /^[\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?$/u

/** Letters and digits of any script, so that a name may be sent as it is typed. */
export function isDomainName(name: string): boolean {
  const labels = name.split('.')
  return labels.length > 1 && name.length <= 253 && labels.every((part) => label.test(part))
}

/** Each role has codes of its own for a wrong phone and a wrong e-mail address (5.4). */
const codes = {
  registrant: { phone: 3015, email: 3013 },
  administrator: { phone: 3024, email: 3022 },
  payer: { phone: 3033, email: 3034 },
}

export function domainIsSound(report: DomainReport, to: Writing): void {
  if (!isDomainName(report.name))
    to.at('name', () => to.problem('form', { zh: '域名格式错误', en: 'It is no domain name' }, 1004))
  if (report.expiresOn < report.registeredOn)
    to.at('expiresOn', () =>
      to.problem('contradiction', { zh: '有效日期早于注册日期', en: 'It expires before it was registered' }, 3032),
    )
  // 3007 names special characters without listing them: what no company name has is refused.
  if (/[<>&"'`$%^*=|\\]/.test(report.registrar))
    to.at('registrar', () =>
      to.problem('form', { zh: '注册商名称不得含特殊字符', en: 'A registrar name has no special characters' }, 3007),
    )
  for (const role of ['registrant', 'administrator', 'payer'] as const)
    to.at(role, () => contactIsReachable(report[role] ?? {}, codes[role], to))
}

function contactIsReachable(
  { email, phone }: Partial<DomainContact>,
  wrong: { readonly phone: number; readonly email: number },
  to: Writing,
): void {
  if (email !== undefined && !isEmail(email))
    to.at('email', () => to.problem('form', { zh: '电子邮箱格式错误', en: 'It is no e-mail address' }, wrong.email))
  if (phone !== undefined && !isPhone(phone))
    to.at('phone', () => to.problem('form', { zh: '电话号码格式错误', en: 'It is no phone number' }, wrong.phone))
}
