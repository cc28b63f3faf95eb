export { type Clock, chinaDay, clockOf, fixedClock, systemClock } from './clock.ts'
