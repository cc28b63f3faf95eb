import type { ChosenName, RenewalTrial } from '../../api/types.ts'

/** Names of one order; the API takes no more. */
export const mostRenewals = 2_000

export type Years = ReadonlyMap<string, number>

export interface RenewalRequest {
  lines: { name: string; years: number; expectedExpiry: string }[]
}

/** The renewals as they are asked for: those that end first, each by its own years or else by the years of all. */
export function renewalRequest(names: readonly ChosenName[], all: number, own: Years): RenewalRequest {
  const first = names.toSorted((a, b) => a.expiresOn.localeCompare(b.expiresOn)).slice(0, mostRenewals)
  return {
    lines: first.map(({ ascii, expiresOn }) => ({
      name: ascii,
      years: own.get(ascii) ?? all,
      expectedExpiry: expiresOn,
    })),
  }
}

/** What can be ordered of it: the refused rows stay behind. */
export function orderable(request: RenewalRequest, trial: RenewalTrial): RenewalRequest {
  const good = new Set(trial.lines.flatMap(({ ascii, state }) => (state === 'ok' ? [ascii] : [])))
  return { lines: request.lines.filter(({ name }) => good.has(name)) }
}

/** Refused rows first: they are what has to be read. */
export function rowsToShow(trial: RenewalTrial): RenewalTrial['lines'] {
  return trial.lines.toSorted((a, b) => Number(a.state === 'ok') - Number(b.state === 'ok'))
}
