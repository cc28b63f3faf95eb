/** The day before or after another (YYYY-MM-DD). */
export function dayAfter(day: string): string {
  return shifted(day, 1)
}
export function dayBefore(day: string): string {
  return shifted(day, -1)
}

function shifted(day: string, by: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10)
}
