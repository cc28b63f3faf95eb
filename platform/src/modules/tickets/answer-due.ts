import { type Clock, workingDayAfter } from '../../kernel/clock/index.ts'

/** Our answer is due at the end of the next working day; offices close at 18:00 in China. */
export function answerDue(clock: Clock): Date {
  return new Date(`${workingDayAfter(clock.today(), 1).day}T18:00:00+08:00`)
}
