const other = 0
const inName = 1
const blank = 2
const dot = 3
const kinds = new Uint8Array(256)
for (const sign of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_')
  kinds[sign.charCodeAt(0)] = inName
for (const sign of ' \t\r') kinds[sign.charCodeAt(0)] = blank
kinds['.'.charCodeAt(0)] = dot

/**
 * The short way for nearly every line of a large zone: `owner [TTL] [IN] NS host` on one line, without quotes,
 * escapes, comments, parentheses and `@`. Looks at text[from, to).
 * Returns where its owner ends (`from` when it is omitted), or -1 for every other line, good or bad.
 */
export function delegationOwnerEnd(text: string, from: number, to: number): number {
  const ownerEnd = endOfName(text, from, to)
  if (ownerEnd === -1) return -1
  let ttl = false
  let ofClass = false
  for (let at = ownerEnd; ; ) {
    const field = afterBlanks(text, at, to)
    if (field === at) return -1
    let end = field
    let digits = true
    while (end < to && kindAt(text, end) === inName) digits = isDigit(text.charCodeAt(end++)) && digits
    if (digits && !ttl && end > field && end - field < 10) ttl = true
    else if (!ofClass && isWord(text, field, end, 0x69, 0x6e)) ofClass = true
    else if (isWord(text, field, end, 0x6e, 0x73)) {
      const host = afterBlanks(text, end, to)
      const hostEnd = endOfName(text, host, to)
      const whole = host > end && hostEnd > host && afterBlanks(text, hostEnd, to) === to
      return whole ? ownerEnd : -1
    } else return -1
    at = end
  }
}

function kindAt(text: string, at: number): number {
  return kinds[text.charCodeAt(at)] ?? other
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** A word of two letters, given in lower case. */
function isWord(text: string, from: number, to: number, first: number, second: number): boolean {
  return to - from === 2 && (text.charCodeAt(from) | 32) === first && (text.charCodeAt(from + 1) | 32) === second
}

function afterBlanks(text: string, from: number, to: number): number {
  let at = from
  while (at < to && kindAt(text, at) === blank) at++
  return at
}

/** -1 when a label is empty or longer than 63, or the name longer than 254 with its final dot. */
function endOfName(text: string, from: number, to: number): number {
  let at = from
  let label = 0
  for (; at < to; at++) {
    const kind = kindAt(text, at)
    if (kind === inName) label++
    else if (kind === dot && label > 0) label = 0
    else if (kind === dot) return -1
    else break
    if (label > 63) return -1
  }
  return at - from > 254 ? -1 : at
}
