/** Fen of a sum typed in yuan; undefined when it is none. No fraction ever passes through a float. */
export function fenOf(typed: string): number | undefined {
  const figure = typed
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s*/u, '')
    .replace(/^(\d{1,3}(,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(',', ''))
  const [, yuan, part = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(figure) ?? []
  return yuan === undefined ? undefined : Number(yuan) * 100 + Number(part.padEnd(2, '0'))
}

/** A sum of fen as it is typed: `39`, `39.50`. */
export function yuanOf(fen: number): string {
  const size = Math.abs(fen)
  const part = size % 100
  const yuan = `${fen < 0 ? '-' : ''}${(size - part) / 100}`
  return part === 0 ? yuan : `${yuan}.${String(part).padStart(2, '0')}`
}
