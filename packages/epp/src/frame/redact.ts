// Works on text, not on the tree: a frame that cannot be parsed is logged too, and its secrets as well. One walk from tag to
// tag, never back: whoever sends the frame must not decide how long we look at it.
const secret = [
  ...['pw', 'newPW'],
  ...['contact', 'mobile', 'num', 'fileContent', 'org', 'street', 'pc', 'voice', 'fax', 'email'],
]
/** The local name of an opening tag, under any prefix. */
const opening = new RegExp(
  String.raw`<(?:[^\s<>:/"'=]+:)?(?:(?<secret>${secret.join('|')})|(?<name>name)|(?<person>postalInfo|rnv))(?=[\s>])`,
  'y',
)
// A domain's contacts are handles; elsewhere a `contact` of a `type` is an identity paper and its text the number.
const handle = /\stype\s*=\s*["'](?:admin|tech|billing)["']/

/** The frame with all that no log may hold replaced by `***`: passwords, pictures of papers, and who a person is: name, number, address, telephone, mail. */
export function redactFrame(xml: string): string {
  let kept = ''
  let copied = 0
  // Domains and hosts have a `name` as well; a person's comes in an address or in what is to be verified.
  let person = false
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    opening.lastIndex = at
    const tag = opening.exec(xml)?.groups
    const afterName = opening.lastIndex
    at++
    if (!tag) continue
    if (tag.person) person = true
    if (!tag.secret && !(tag.name && person)) continue
    const end = endOfTag(xml, afterName)
    if (end !== undefined) {
      if (xml[end - 1] === '/') continue
      if (tag.secret === 'contact' && handle.test(xml.slice(afterName, end))) continue
    }
    // A tag that never ends hides what is behind its name.
    const from = end === undefined ? afterName : end + 1
    kept += `${xml.slice(copied, from)}***`
    copied = endOfContent(xml, from)
    at = copied
  }
  return kept + xml.slice(copied)
}

/** Where the `>` of an opening tag stands; undefined when a tag begins before it, or the text ends. */
function endOfTag(xml: string, from: number): number | undefined {
  for (let at = from; at < xml.length; at++) {
    const character = xml[at]
    if (character === '>') return at
    if (character === '<') return undefined
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1)
      if (at < 0) return undefined
    }
  }
  return undefined
}

/** Up to the next closing tag, whatever is opened before it; one in a comment or in CDATA closes nothing. */
function endOfContent(xml: string, from: number): number {
  for (let at = xml.indexOf('<', from); at >= 0; at = xml.indexOf('<', at)) {
    if (xml[at + 1] === '/') return at
    const closedBy = xml.startsWith('<!--', at) ? '-->' : xml.startsWith('<![CDATA[', at) ? ']]>' : undefined
    const end = closedBy === undefined ? at : xml.indexOf(closedBy, at + 4)
    if (end < 0) break
    at = end + 1
  }
  return xml.length
}
