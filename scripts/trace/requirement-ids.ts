const id = /S(\d)-(\d{2,3})/
const range = /S(\d)-(\d{2,3})(?:\s*(?:…|\.\.\.?|–)\s*(?:S\1-)?|-S\1-)(\d{2,3})/g
const slashes = /S(\d)-(\d{2,3})((?:\/\d{2,3})+)/g

/** The requirement ids that a title names: single ones, `S1-12…S1-25`, and `S0-29/30`. */
export function requirementIds(title: string): string[] {
  const found = new Set<string>()
  for (const [, document, from, to] of title.matchAll(range))
    for (let n = Number(from); n <= Number(to); n++) found.add(format(Number(document), n))
  for (const [, document, , rest = ''] of title.matchAll(slashes))
    for (const n of rest.split('/').filter((part) => part !== '')) found.add(format(Number(document), Number(n)))
  for (const [, document, n] of title.matchAll(new RegExp(id, 'g'))) found.add(format(Number(document), Number(n)))
  return [...found].sort()
}

function format(document: number, n: number): string {
  return `S${document}-${String(n).padStart(2, '0')}`
}
