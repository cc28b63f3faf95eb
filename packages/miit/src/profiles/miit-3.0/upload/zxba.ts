import type { Cancellation } from '../../../model/filing.ts'
import type { UploadKind } from '../../../profile/upload-kind.ts'
import { optional } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, id, oneOf, text } from '../../../shape/scalars.ts'
import { filingPasswordDigest } from '../filing-password.ts'

/** 注销备案 (section 6.6): the password is due only for a whole subject. */
export const zxba: UploadKind<'cancel-filing'> = {
  name: 'cancel-filing',
  group: 'ICP',
  tag: 'ZXBA',
  recordTag: 'Zx_xx',
  body: record<Cancellation>({
    what: oneOf('Zxlb', { 0: 'subject', 1: 'service', 2: 'access' }),
    bureauId: id('Jlid'),
    reason: code('Zxly'),
    remark: optional(text('Zxlybz', 1, 1000)),
    filingPasswordDigest: optional(filingPasswordDigest),
  }),
  rules: [
    ({ what, filingPasswordDigest: password }, to) => {
      if (what === 'subject' && password === undefined)
        to.at('filingPasswordDigest', () =>
          to.problem(
            'missing',
            { zh: '注销主体须提供备案密码', en: 'Cancelling a whole subject needs its filing password' },
            1018,
          ),
        )
    },
  ],
}
