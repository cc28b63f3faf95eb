// Element content by local name, whatever the prefix: logins, transfer passwords, and the numbers of identity papers.
const secret = /(<(?:[\w-]+:)?(pw|newPW|mobile)\b[^>]*>)[^<]*(<\/)/g
const paper = /(<(?:cnnic-contact|[\w-]+):contact\b[^>]*>)[^<]*(<\/)/g

/** The frame with everything that must not be read in a log replaced: passwords and identity numbers. */
export function redactFrame(xml: string): string {
  return xml.replace(secret, '$1***$3').replace(paper, (whole, open: string, close: string) => (open.startsWith('<domain:') ? whole : `${open}***${close}`))
}
