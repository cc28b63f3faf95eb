import './tables.ts'

export { createDeadlineKeeper, type DeadlineHandler } from './keeper.ts'
export { liftDeadlines, setDeadline, setDeadlines } from './set-deadline.ts'
