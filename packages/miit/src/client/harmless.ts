import { escapeText } from '../xml/write.ts'
import { BureauAnswerLost } from './errors.ts'

const opens = '<![CDATA['
const closes = ']]>'

/**
 * A document type is refused. A CDATA section becomes escaped text: the library would parse a document inside one as
 * if it were part of the envelope. @throws BureauAnswerLost
 */
export function harmless(body: string): string {
  const text = withoutSections(body)
  if (/<!DOCTYPE/i.test(text)) throw new BureauAnswerLost('the answer has a document type')
  return text
}

/** Looks at each character once: a section that never ends is looked for but one time. */
function withoutSections(body: string): string {
  let text = ''
  let at = 0
  for (let from = body.indexOf(opens); from >= 0; from = body.indexOf(opens, at)) {
    const to = body.indexOf(closes, from + opens.length)
    if (to < 0) break
    text += body.slice(at, from) + escapeText(body.slice(from + opens.length, to))
    at = to + closes.length
  }
  return text + body.slice(at)
}
