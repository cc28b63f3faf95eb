import type { IpFinding, IpInspection, IpReport, IpResult, IpResultCode, IpResults } from '../../../model/ip-report.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { absent, flat, group, list, optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, id, integer, ipv4, oneOf, text } from '../../../shape/scalars.ts'

const remark = optional(text('Bz', 1))

const range = record<IpReport>({
  bureauId: optional(id('Id')),
  id: optional(id('IspId')),
  first: ipv4('Qsip'),
  last: ipv4('Zzip'),
  remark,
})

const result = record<IpResult>({
  codes: list(
    'Jgxx',
    record<IpResultCode>({
      code: integer('Jgdm', 1),
      description: text('Dmms', 1, 255),
      ranges: list('Xgsj', range, { min: 0 }),
    }),
  ),
  bureauId: optional(id('Id')),
  operation: oneOf('Czlx', { 1: 'new', 2: 'change', 3: 'remove' }),
  id: optional(id('IspId')),
  remark,
})

/** IP备案结果: the names are Gbjs and Zdip, whatever the change note says (section 8, 19). */
export const ipBajg: DownloadKind<'ip-results'> = {
  name: 'ip-results',
  path: ['IP', 'BAJG'],
  content: flat(
    record<IpResults>({
      sources: records('Lyjg', result),
      allocations: records('Fpjg', result),
      broadcasts: records('Gbjs', result),
      own: records('Zdip', result),
    }),
  ),
}

type OutOfRange = IpInspection['outOfRange'][number]
const outOfRange = record<OutOfRange>({
  recordId: optional(id('Yjjlid')),
  first: ipv4('Qsip'),
  last: ipv4('Zzip'),
  kind: optional(code('Yjlx', 10)),
  allowedFirst: optional(ipv4('Yjqsip')),
  allowedLast: optional(ipv4('Yjzzip')),
  unitId: absent,
  remark,
})

type Conflict = IpInspection['conflicts'][number]
const conflict = record<Conflict>({
  recordId: optional(id('Ctjlid')),
  first: ipv4('Qsip1'),
  last: ipv4('Zzip1'),
  otherUnitId: id('Ctbbdwid'),
  otherFirst: ipv4('Qsip2'),
  otherLast: ipv4('Zzip2'),
  kind: optional(code('Ctlx', 10)),
  unitId: absent,
  remark,
})

const unreported = record<IpFinding>({
  recordId: absent,
  first: ipv4('Qsip'),
  last: ipv4('Zzip'),
  unitId: optional(id('Fpdw')),
  kind: optional(code('Wblx', 10)),
  remark,
})

/** IP核查结果 */
export const ipHcjg: DownloadKind<'ip-inspection'> = {
  name: 'ip-inspection',
  path: ['IP', 'HCJG'],
  content: group(
    'Jgxx',
    record<IpInspection>({
      outOfRange: records('Yj', outOfRange),
      conflicts: records('Ct', conflict),
      unreported: records('Wb', unreported),
    }),
  ),
}
