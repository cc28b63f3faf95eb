import type { NewFiling } from '../../../model/filing.ts'
import type { Subject } from '../../../model/subject.ts'
import type { Writing } from '../../../shape/writing.ts'
import { personIsReachable } from './contact.ts'

/** An organisation names its nature, its principal and an office phone (6.2, 6.3); a person may leave them out. */
export function subjectIsComplete(subject: Subject, to: Writing): void {
  to.at('principal', () => personIsReachable(subject.principal, to))
  if (subject.kind === 'person') return
  if (subject.nature === undefined)
    to.at('nature', () =>
      to.problem('missing', { zh: '单位须填写单位性质', en: 'An organisation states its nature' }, 1014),
    )
  to.at('principal', () => {
    if (!subject.principal.name)
      to.at('name', () =>
        to.problem('missing', { zh: '单位须填写负责人姓名', en: 'An organisation names its principal' }, 1044),
      )
    if (!subject.principal.officePhones?.length)
      to.at('officePhones', () =>
        to.problem(
          'missing',
          { zh: '单位须填写负责人办公电话', en: 'An organisation gives the office phone of its principal' },
          1010,
        ),
      )
  })
}

/** BGBA takes certificate kinds 1 to 11 only, every other kind up to 999 (section 8, 13). */
export function certificateKindCanChange(subject: Subject, to: Writing): void {
  if (subject.certificate.kind > 11)
    to.at('certificate', () =>
      to.at('kind', () =>
        to.problem('unsupported', {
          zh: '此版本接口的变更备案只支持代码 1 至 11 的证件类型',
          en: 'A change takes certificate kinds 1 to 11 only in this version of the interface',
        }),
      ),
    )
}

/** An attachment names the subject or one of the services of its own record. */
export function attachmentsBelong({ subject, services, attachments }: NewFiling, to: Writing): void {
  for (const [index, { of }] of attachments.entries()) {
    const known = of.what === 'subject' ? of.id === subject.id : services.some(({ id }) => id === of.id)
    if (!known)
      to.at('attachments', () =>
        to.at(index, () =>
          to.at('of', () =>
            to.problem(
              'contradiction',
              { zh: '附件不属于本次备案的主体或网站', en: 'It belongs to no subject or service of this filing' },
              1055,
            ),
          ),
        ),
      )
  }
}
