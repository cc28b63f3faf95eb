import type { InspectedAccess, InspectedSite, InspectedSubject, InspectionResults } from '../../../model/supervision.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { absent, group, optional, records } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { code, id, ipv4, moment, oneOf, text } from '../../../shape/scalars.ts'

const remark = optional(text('Bz', 1))

const subject = record<InspectedSubject>({
  bureauId: id('Ztid'),
  name: text('Dwmc', 1, 255),
  certificateKind: code('Zjlx'),
  certificateNumber: text('Zjhm', 1, 255),
  error: optional(text('Cwyy', 1, 512)),
  remark,
})

const access = record<InspectedAccess>({
  serviceId: id('Wzid'),
  filingNumber: text('Wz_Baxh', 5, 255),
  domain: optional(text('Ym', 4, 255)),
  resolvesTo: optional(ipv4('Jxip')),
  reportedBy: optional(id('Bbisp')),
  verdict: oneOf('Hcjg', { 1: 'over-reported', 2: 'under-reported' }),
  inspectedAt: moment('Hcsj'),
  accessId: optional(id('Jrid')),
  remark,
})

const shellSite = record<InspectedSite>({
  serviceId: id('Wzid'),
  filingNumber: text('Wz_Baxh', 5, 255),
  verdict: oneOf('Hcjg', { 0: 'alive', 1: 'dead' }),
  inspectedAt: moment('Hcsj'),
  homeUrl: optional(text('Syurl', 7, 255)),
  remark,
})

const liveness = record<InspectedSite>({
  serviceId: id('Wzid'),
  filingNumber: text('Wz_Baxh', 5, 255),
  homeUrl: optional(text('Syurl', 4, 255)),
  inspectedAt: moment('Hcsj'),
  verdict: absent,
  remark,
})

/** 核查结果: what the bureau found by its own inspection. */
export const hcjg: DownloadKind<'inspection-results'> = {
  name: 'inspection-results',
  path: ['ICP', 'HCJG'],
  content: group(
    'Jgxx',
    record<InspectionResults>({
      subjects: records('Zthc', subject),
      accesses: records('Jrhc', access),
      shellSites: records('Kkwzhc', shellSite),
      liveness: records('Wzch', liveness),
    }),
  ),
}
