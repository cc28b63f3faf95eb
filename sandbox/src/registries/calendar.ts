const dayMs = 86_400_000

/** @returns an ISO instant `days` (may be negative) after another */
export function addDays(from: Date | string, days: number): string {
  return new Date(new Date(from).getTime() + days * dayMs).toISOString()
}

/** The same day `years` later; 29 February becomes the 28th, as registries do. */
export function addYears(from: Date | string, years: number): string {
  const start = new Date(from)
  const end = new Date(start)
  end.setUTCFullYear(start.getUTCFullYear() + years)
  if (end.getUTCMonth() !== start.getUTCMonth()) end.setUTCDate(0)
  return end.toISOString()
}
