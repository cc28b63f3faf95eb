export { type Clock, chinaDay, fixedClock, systemClock } from './clock.ts'
export { type ClockSource, type FollowedClock, followedClock } from './followed-clock.ts'
export { addDays, workingDayAfter } from './working-days.ts'
