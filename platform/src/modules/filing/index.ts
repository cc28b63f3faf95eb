import './tables.ts'

export { filingDutyRoutes } from './after/duty-routes.ts'
export { createFilingFollower } from './after/follow-events.ts'
export { createNightlyProbe } from './after/scan/nightly-probe.ts'
export { createNightlyScan } from './after/scan/nightly-scan.ts'
export { createDutyTeller } from './after/tell-duties.ts'
export { filingBoxes } from './boxed-columns.ts'
export { createBureauJobs, newsPoints } from './bureau/bureau-jobs.ts'
export { filingEntryRoutes } from './by-hand/entry-routes.ts'
export { enterByHandTask } from './by-hand/hand-task.ts'
export { bureauFileRoutes } from './files/file-routes.ts'
export { filingDeadlines } from './filing-deadlines.ts'
export { filingOfName } from './filing-of-name.ts'
export { filingFormRoutes } from './forms/form-routes.ts'
export { createTimesLearner } from './learnt/step-times.ts'
export { bureauLineRoutes } from './lines/line-routes.ts'
export { createLineWatch } from './lines/line-watch.ts'
export { answerBureauTask } from './matters/answer-task.ts'
export { bureauMatterRoutes } from './matters/matter-routes.ts'
export { filingPaperRoutes } from './papers/paper-routes.ts'
export { filingCheckRoutes } from './photo/check-routes.ts'
export type {
  BureauFiles,
  BureauLines,
  Bureaus,
  FilingRegister,
  KnownToMinistry,
  RegisteredFiling,
  ZoneHosting,
} from './ports.ts'
export { noProbe, type SiteProbe, type SiteSight } from './probe/site-probe.ts'
export { publicFilingRoutes } from './public/public-routes.ts'
export { filingReviewRoutes } from './review/review-routes.ts'
export { type FilingRoutesDeps, filingRoutes } from './routes.ts'
export { submitFilingTask } from './submission/submit-task.ts'
export { wakeSubmissions } from './submission/wake-submissions.ts'
export { filingRecordsTask, filingRecordTask } from './zone-records/records-task.ts'
