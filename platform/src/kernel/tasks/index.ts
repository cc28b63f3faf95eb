export {
  defineTask,
  localStep,
  type OutsideStep,
  outsideStep,
  type Reconciled,
  type Step,
  type StepContext,
  type TaskDefinition,
} from './definition.ts'
export { AnswerLost, NotSent, RetryLater, StepRefused } from './outcome.ts'
export { pointsOf } from './points.ts'
export { taskByNumber } from './queries.ts'
export { createTaskRunner, type TaskRunner } from './runner.ts'
export { changedChannel, startTask, startTasks } from './start-task.ts'
export type { TaskState } from './states.ts'
export type { TaskFailure } from './tables.ts'
export { wakeTask } from './wake-task.ts'
