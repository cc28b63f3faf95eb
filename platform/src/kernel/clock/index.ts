export { type Clock, chinaDay, fixedClock, systemClock } from './clock.ts'
export { advanceClock, movableClock } from './movable-clock.ts'
export { addDays, workingDayAfter } from './working-days.ts'
