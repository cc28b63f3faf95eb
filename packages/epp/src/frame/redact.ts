// Works on text, not on the tree: a frame that cannot be parsed is logged too, and its secrets as well.
const attributes = `(?:[^<>"']|"[^"]*"|'[^']*')*?`
const content = String.raw`[^<]*(?:(?:<!\[CDATA\[[\s\S]*?(?:\]\]>|$)|<!--[\s\S]*?(?:-->|$)|<(?!\/|!\[CDATA\[|!--))[^<]*)*`
// A comment ends where it first can: with a choice, a row of comments would be tried in every division.
const between = String.raw`(?:\s|<!--[^-]*(?:-(?!->)[^-]*)*-->)*`

/** Opening tag of a local name under any prefix, not self-closing, then all up to the next closing tag or the end. */
const elementNamed = (names: string): RegExp =>
  new RegExp(String.raw`(<(?:[^\s<>:/"'=]+:)?(?:${names})(?=[\s>])${attributes}(?<!/)>)${content}`, 'g')

const passwords = elementNamed('pw|newPW')
const personal = elementNamed('contact|mobile|num|fileContent|org|street|pc|voice|fax|email')
// Domains and hosts have a `name` as well; a person's is the first in an address or in what is to be verified.
const namesOfPeople = new RegExp(
  String.raw`(<(?:[^\s<>:/"'=]+:)?(?:postalInfo|rnv)(?=[\s>])${attributes}(?<!/)>${between}<(?:[^\s<>:/"'=]+:)?name(?=[\s>])${attributes}(?<!/)>)${content}`,
  'g',
)
// A domain's contacts are handles; elsewhere a `contact` of a `type` is an identity paper and its text the number.
const handle = /\stype\s*=\s*["'](?:admin|tech|billing)["']/

/** The frame with all that no log may hold replaced by `***`: passwords, pictures of papers, and who a person is: name, number, address, telephone, mail. */
export function redactFrame(xml: string): string {
  return xml
    .replace(passwords, '$1***')
    .replace(namesOfPeople, '$1***')
    .replace(personal, (whole, open: string) => (handle.test(open) ? whole : `${open}***`))
}
