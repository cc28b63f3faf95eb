export { type Clock, chinaDay, fixedClock, systemClock } from './clock.ts'
export { advanceClock, movableClock } from './movable-clock.ts'
export { addDays } from './working-days.ts'
