import './tables.ts'

export type { Ministry } from './ports.ts'
export { isKnownToMinistry } from './queries.ts'
export { createReportCollector } from './report-collector.ts'
export { domainReportTask } from './report-task.ts'
export { createResultReader } from './result-reader.ts'
export { domainReportRoutes } from './routes.ts'
export { wakeReports } from './wake-reports.ts'
