/** One entry of a master file (RFC 1035 §5.1): its fields, gathered over the lines that parentheses join. */
export class ZoneEntry {
  /** A quoted field begins with a quotation mark; escapes stay as written. */
  readonly fields: string[] = []
  /** The entry began with a blank: it belongs to the owner of the entry before. */
  ownerOmitted = false
  /** Of its first line. */
  readonly line: number
  #depth = 0
  #lines = 0

  constructor(line: number) {
    this.line = line
  }

  /** Takes one line. Returns what is wrong with it, if anything. */
  take(text: string): string | undefined {
    if (this.#lines++ === 0) this.ownerOmitted = text.startsWith(' ') || text.startsWith('\t')
    let at = 0
    while (at < text.length) {
      const sign = text[at] ?? ''
      if (sign === ';') return undefined
      if (sign === ' ' || sign === '\t' || sign === '\r') at++
      else if (sign === '(' || sign === ')') {
        this.#depth += sign === '(' ? 1 : -1
        if (this.#depth < 0) return 'a parenthesis closes that was never opened'
        at++
      } else {
        const end = sign === '"' ? endOfQuoted(text, at) : endOfField(text, at)
        if (end === undefined) return 'a quotation mark is not closed on its line'
        this.fields.push(sign === '"' ? text.slice(at, end - 1) : text.slice(at, end))
        at = end
      }
    }
    return undefined
  }

  get whole(): boolean {
    return this.#depth === 0
  }
}

function endOfField(text: string, from: number): number {
  let at = from
  while (at < text.length && !' \t\r;()"'.includes(text[at] ?? '')) at += text[at] === '\\' ? 2 : 1
  return Math.min(at, text.length)
}

function endOfQuoted(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '"') return at + 1
  }
  return undefined
}
