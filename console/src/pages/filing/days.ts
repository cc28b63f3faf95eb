import type { Filing } from '../../api/filing.ts'
import { chinaDay } from '../../i18n/format.ts'

const dayMs = 86_400_000

/** Days from one date to another, both YYYY-MM-DD. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs)

/** The calendar that all steps of an order fit on. */
export function spanOf({ course, createdAt }: Pick<Filing, 'course' | 'createdAt'>): { start: string; days: number } {
  const instants = course.flatMap(({ at, from, until }) => [at, from, until]).filter((one) => one !== null)
  const all = [createdAt, ...instants].map(chinaDay).sort()
  const start = all[0] ?? chinaDay(createdAt)
  return { start, days: Math.max(7, daysBetween(start, all.at(-1) ?? start) + 1) }
}
