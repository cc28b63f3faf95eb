import { cite } from '@yuming/rules'
import { defineProblem } from '../../../kernel/errors/index.ts'

export const tooManyNames = defineProblem('search.too-many-names', 413, {
  zh: '一次最多查 100,000 个域名，请分几次',
  en: 'At most 100,000 names at once; split the file',
})
export const tooManyBytes = defineProblem('search.file-too-large', 413, {
  zh: '文件太大：文本最多 16 MB，表格最多 10 MB',
  en: 'The file is too large: at most 16 MB of text, or a 10 MB workbook',
})
export const unreadableFile = defineProblem('search.file-unreadable', 422, {
  zh: '读不出这个文件：请存为 XLSX、CSV或每行一个域名的文本',
  en: 'The file cannot be read: save it as XLSX, as CSV, or as text with one name a line',
})
export const bulkRunning = defineProblem('search.bulk-running', 409, {
  zh: '这个账号有一次批量查询还没结束，等它结束或先取消',
  en: 'A bulk search of this account is still running; wait for its end or cancel it',
})
export const bulkTypeRefused = defineProblem('search.bulk-type', 415, {
  zh: '只接受 JSON 行、文本、CSV 或 XLSX',
  en: 'Only JSON lines, text, CSV or XLSX are accepted',
})

/** A workbook that is small and holds more than we unfold: which rule, and what to do. */
export const unfoldsTooFar = () =>
  tooManyBytes({
    findings: [
      {
        rule: 'BULK-WORKBOOK-01',
        severity: 'refuse',
        field: 'file',
        message: {
          zh: '表格解压后超过 64 MB 或 800 万格，没有读',
          en: 'The workbook unfolds to more than 64 MB or 8 million cells and was not read',
        },
        remedy: {
          zh: '只留域名一列再上传，或另存为 CSV',
          en: 'Keep only the column of names and upload it again, or save it as CSV',
        },
        source: cite('本平台的上传规则', '表格'),
        from: '2026-11-01',
      },
    ],
  })
