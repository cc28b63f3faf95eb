import './tables.ts'

export { createDeadlineKeeper, type DeadlineHandler } from './keeper.ts'
export { liftDeadlines, setDeadline } from './set-deadline.ts'
