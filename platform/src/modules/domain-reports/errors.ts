import { defineProblem } from '../../kernel/errors/index.ts'

export const ReportNotFound = defineProblem('domain-reports.not-found', 404, {
  zh: '没有这个域名的报备记录',
  en: 'There is no report of this name',
})
export const NothingToRepeat = defineProblem('domain-reports.nothing-to-repeat', 409, {
  zh: '这个域名的报备正在办或已经完成，不用重报',
  en: 'The report of this name is under way or done; there is nothing to repeat',
})
