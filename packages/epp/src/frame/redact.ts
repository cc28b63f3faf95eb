// Works on text, not on the tree: a frame that cannot be parsed is logged too, and its secrets as well.
const attributes = `(?:[^<>"']|"[^"]*"|'[^']*')*?`
const content = String.raw`(?:<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?!\/|!\[CDATA\[|!--)|[^<])*`

/** Opening tag of a local name under any prefix, not self-closing, then all up to the next closing tag or the end. */
const elementNamed = (names: string): RegExp =>
  new RegExp(String.raw`(<(?:[^\s<>:/"'=]+:)?(?:${names})(?=[\s>])${attributes}(?<!/)>)${content}`, 'g')

const passwords = elementNamed('pw|newPW')
const personal = elementNamed('contact|mobile|num|fileContent')
// A domain's contacts are handles; elsewhere a `contact` of a `type` is an identity paper and its text the number.
const handle = /\stype\s*=\s*["'](?:admin|tech|billing)["']/

/** The frame with all that no log may hold replaced by `***`: passwords, identity numbers, pictures of papers and mobile numbers. */
export function redactFrame(xml: string): string {
  return xml
    .replace(passwords, '$1***')
    .replace(personal, (whole, open: string) => (handle.test(open) ? whole : `${open}***`))
}
