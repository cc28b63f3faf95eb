import type { NewFiling } from '../../../model/filing.ts'
import type { Subject } from '../../../model/subject.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { absent, group, list, optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, id, oneOf, text } from '../../../shape/scalars.ts'
import { attachmentByOwnId, attachments } from '../attachment.ts'
import { address, certificate, subjectKind, subjectPrincipal } from '../blocks.ts'
import { servicesAreSound } from '../rules/service.ts'
import { attachmentsBelong, subjectIsComplete } from '../rules/subject.ts'
import { newService } from '../services.ts'

const subject = record<Subject>({
  kind: subjectKind,
  id: id('IspZtid'),
  bureauId: absent,
  filingNumber: absent,
  name: text('Dwmc', 1, 255),
  nature: optional(code('Dwxz')),
  investor: optional(text('Tzr', 1, 255)),
  address: group('Txdz', address()),
  certificate: group('Zj', certificate()),
  principal: group('Fzr', subjectPrincipal),
  filedBy: oneOf('Bbfs', { 0: 'subject', 1: 'provider' }),
  remark: optional(text('Bz', 1, 1024)),
})

/** 新增备案 (section 6.3): a subject that has no filing, and its sites. */
export const xzba: UploadKind<'new-filing'> = {
  name: 'new-filing',
  group: 'ICP',
  tag: 'XZBA',
  recordTag: 'Baxx',
  body: record<NewFiling>({
    subject: group('Zt_xx', subject),
    services: list('Wz_xx', newService(255)),
    attachments: attachments(attachmentByOwnId),
  }),
  rules: [
    (filing, to) => to.at('subject', () => subjectIsComplete(filing.subject, to)),
    (filing, to) => to.at('services', () => servicesAreSound(filing.services, to)),
    attachmentsBelong,
  ],
}
