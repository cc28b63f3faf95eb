import type { FilingResult, FilingResults, ResultCode, ReviewOpinion } from '../../../model/results.ts'
import type { DownloadKind } from '../../../profile/download-kind.ts'
import { flat, list, optional, records, wrapped } from '../../../shape/compose.ts'
import { record } from '../../../shape/part.ts'
import { id, integer, moment, oneOf, text } from '../../../shape/scalars.ts'
import { operations } from '../operations.ts'

const result = record<FilingResult>({
  codes: list('Jgxx', record<ResultCode>({ code: integer('Jgdm', 1), description: optional(text('Dmms', 1, 255)) })),
  operation: oneOf('Czlx', operations),
  key: optional(text('Bs', 1, 255)),
  remark: optional(text('Bz', 1)),
})

const opinion = record<ReviewOpinion>({
  reviewer: optional(text('Shrxm', 1, 128)),
  reviewerPhone: optional(text('Shr_dhhm', 11, 128)),
  reviewedAt: moment('Shsj'),
  opinion: optional(text('Shyj', 1, 1024)),
  verdict: oneOf('Shjg', { 0: 'refused', 1: 'approved' }),
  operation: optional(oneOf('Czlx', operations)),
  recordId: optional(id('Jlid')),
})

/** 备案结果: codes of the machine, and the opinions of reviewers. */
export const bajg: DownloadKind<'filing-results'> = {
  name: 'filing-results',
  path: ['ICP', 'BAJG'],
  content: flat(
    record<FilingResults>({
      results: records('Jg_xx', result),
      opinions: optional(wrapped('GJSHS', records('Gjsh', opinion))),
    }),
  ),
  rule({ results, opinions = [] }, { operation35 }, to) {
    if (!operation35 && [...results, ...opinions].some(({ operation }) => operation === 'verification-material'))
      to.problem('unsupported', {
        zh: '此版本的结果没有核验材料这一操作',
        en: 'Results of this version have no operation for verification material',
      })
  },
}
