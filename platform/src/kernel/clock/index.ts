export { type Clock, chinaDay, clockOf, fixedClock, systemClock } from './clock.ts'
export { advanceClock, movableClock } from './movable-clock.ts'
export { addDays, addWorkingDays, CalendarUnknown, isWorkingDay } from './working-days.ts'
