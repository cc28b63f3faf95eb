import { formatFilingNumber, parseFilingNumber, type SiteFacts } from '@yuming/filing'
import type { SiteSight } from '../../probe/site-probe.ts'
import { wordsOfPage } from './words-of-page.ts'

/** A filed name that was looked at, and what is filed of it. */
export interface FiledName {
  readonly ascii: string
  readonly number: string | null
  /** Addresses filed for it. */
  readonly ips: readonly string[]
  /** Those of the addresses seen that belong to this platform's hosters or other filings. */
  readonly alsoOurs: ReadonlySet<string>
  /** How often in a row nothing opened, this look counted. */
  readonly failedLooks: number
}

/** One look may fail for a reason of the way there; two, a day apart, do not. */
const looksToBeSure = 2

const register = /beian\.miit\.gov\.cn/i
const numbers = /\p{Script=Han}\s*ICP\s*备\s*\d{6,10}\s*号(?:\s*[-‐‑‒–—−－]\s*\d{1,5}\s*[AXK]?)?/giu

/** What a look from outside tells the rules; where it could not tell, the fact is absent. */
export function seenSite(name: FiledName, sight: SiteSight): SiteFacts {
  return {
    domain: name.ascii,
    ...(name.number !== null && { number: name.number }),
    ...opened(name, sight),
    ...footerOf(name, sight),
    ...addressOf(name, sight),
  }
}

function opened({ failedLooks }: FiledName, { open }: SiteSight): Pick<SiteFacts, 'open'> {
  if (open === true) return { open: true }
  return open === false && failedLooks >= looksToBeSure ? { open: false } : {}
}

function footerOf({ number }: FiledName, { page }: SiteSight): Pick<SiteFacts, 'footer' | 'footerNumber'> {
  if (!page) return {}
  const shown = [...page.text.matchAll(numbers)].flatMap(([words]) => {
    const read = parseFilingNumber(words)
    return read ? [formatFilingNumber(read)] : []
  })
  const [first] = shown
  if (first === undefined) return tellsAll(page.text) ? { footer: 'missing' } : {}
  const own = number === null ? undefined : shown.find((one) => one === number)
  return { footer: register.test(page.text) ? 'right' : 'no-link', footerNumber: own ?? first }
}

/** A page that scripts fill in shows visitors more than was answered, and one that was cut off ends before its foot. */
function tellsAll(text: string): boolean {
  if (!/<\/(?:body|html)>\s*$/i.test(text)) return false
  return wordsOfPage(text).length >= 100 || !/<script\b/i.test(text)
}

function addressOf({ ips, alsoOurs }: FiledName, { addresses, because }: SiteSight): Pick<SiteFacts, 'address'> {
  // Without an address nothing opens, which is the finding of its own.
  if (addresses.length === 0 || because === 'dns' || ips.length === 0) return {}
  if (addresses.every((one) => ips.includes(one))) return { address: 'as-filed' }
  if (addresses.every((one) => ips.includes(one) || alsoOurs.has(one))) return { address: 'other-of-ours' }
  return { address: 'elsewhere' }
}
