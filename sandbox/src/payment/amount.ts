/** Yuan with at most two decimals, as the channel writes it, in fen. @returns undefined when it is no such amount */
export function fenOf(yuan: unknown): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(typeof yuan === 'string' ? yuan : '')
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

export function yuanOf(fen: number): string {
  return `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
