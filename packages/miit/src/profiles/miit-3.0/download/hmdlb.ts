import type { Blacklist, BlacklistedService, BlacklistedSubject } from '../../../model/supervision.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { flat, group, optional, records, values, wrapped } from '../../../shape/compose.ts'
import { type Body, type Part, record } from '../../../shape/part.ts'
import { code, oneOf, text, texts } from '../../../shape/scalars.ts'

const change = oneOf('Czlx', { 0: 'add', 1: 'change', 2: 'delete' })

const subject = record<BlacklistedSubject>({
  subject: optional(
    group(
      'Zt_xx',
      record<NonNullable<BlacklistedSubject['subject']>>({
        name: text('Dwmc', 1, 255),
        nature: optional(code('Dwxz')),
        certificate: group(
          'Zj',
          record<NonNullable<BlacklistedSubject['subject']>['certificate']>({
            kind: code('Zjlx'),
            number: text('Zjhm', 1, 255),
          }),
        ),
      }),
    ),
  ),
  change,
  remark: optional(text('Bz', 1)),
})

/** `<Ym_xx><Ym>…</Ym></Ym_xx>`, once for each domain. */
const domain: Part<readonly string[]> = values('Ym_xx', wrapped('Ym_xx', text('Ym', 4, 128)))

type Site = Pick<BlacklistedService, 'names' | 'domains' | 'homeUrl'>
const site = group(
  'Wz_xx',
  record<Site>({ names: texts('Wzmc', 1, 512), domains: domain, homeUrl: optional(text('Syurl', 4, 255)) }),
)

const rest = record<Omit<BlacklistedService, keyof Site>>({ change, remark: optional(text('Bz', 1)) })

const service: Body<BlacklistedService> = {
  write(value, to) {
    site.write(value, to)
    rest.write(value, to)
  },
  read: (from) => ({ ...site.read(from), ...rest.read(from) }),
}

/** 黑名单列表 */
export const hmdlb: DownloadKind<'blacklist'> = {
  name: 'blacklist',
  path: ['ICP', 'HMDLB'],
  content: flat(record<Blacklist>({ subjects: records('Zthmdxxs', subject), services: records('Wzhmdxxs', service) })),
}
