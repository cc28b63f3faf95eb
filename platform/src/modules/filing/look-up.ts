import { provinceNamed } from '@yuming/filing'
import { typedAscii } from '../domains/index.ts'
import type { StoredDraft } from './draft/draft-box.ts'
import type { Looked } from './facts/filing-facts.ts'
import { fewAtOnce } from './few-at-once.ts'
import { filedAbove } from './names-above.ts'
import type { FilingRegister, RegisteredFiling } from './ports.ts'
import { opens } from './probe/opens.ts'
import type { SiteProbe } from './probe/site-probe.ts'

export interface LookUpDeps {
  readonly register: FilingRegister
  readonly probe: SiteProbe
}

/** Of one draft, no more names than these are looked at from outside. */
const mostProbed = 20
/** Nor are the bureaus asked about more; of a name beyond nothing is known. */
const mostAsked = 200
/** Of one draft, so many questions are under way at the same time. */
const mostAtOnce = 8

/**
 * Asks the bureaus what is filed of a draft's subject and domains, and looks whether the domains open, before any
 * transaction; silence is not an answer.
 */
export async function lookUp(
  { subject, services }: Pick<StoredDraft, 'subject' | 'services'>,
  { register, probe }: LookUpDeps,
): Promise<Looked> {
  const province = subject.region?.province && provinceNamed(subject.region.province)?.code
  const typed = [...new Set(services.flatMap(({ domains = [] }) => domains.map(typedAscii)))]
  const asciis = toAsk(typed)
  const { kind, number } = subject.certificate ?? {}
  const open = new Map<string, boolean>()
  const looking = fewAtOnce(typed.slice(0, mostProbed), mostAtOnce, async (ascii) => {
    const answer = await quietly(() => opens(ascii, probe))
    if (answer !== undefined) open.set(ascii, answer)
  })
  const ofSubject =
    kind === undefined || number === undefined || number === ''
      ? undefined
      : await quietly(() => register.byCertificate(province || undefined, { kind, number }))
  let failed = 0
  const ofDomains = await fewAtOnce(asciis, mostAtOnce, async (ascii) => {
    // A bureau that is down is not waited for 200 times.
    if (failed >= mostAtOnce) return undefined
    return quietly(
      () => register.byDomain(province || undefined, ascii),
      () => failed++,
    )
  })
  const domains = new Map<string, RegisteredFiling>()
  for (const [at, ascii] of asciis.entries()) {
    const found = ofDomains[at]
    if (found) domains.set(ascii, found)
  }
  await looking
  return { ...(ofSubject && { subject: ofSubject }), domains, open }
}

/** A name under another rests on what is filed of that one: both are asked about, or neither, as half an answer would pass for one. */
function toAsk(typed: readonly string[]): readonly string[] {
  const asked = new Set<string>()
  for (const ascii of typed) {
    const missing = filedAbove(ascii).filter((name) => !asked.has(name))
    if (asked.size + missing.length <= mostAsked) for (const name of missing) asked.add(name)
  }
  return [...asked]
}

async function quietly<T>(ask: () => Promise<T | undefined>, failed: () => unknown = () => {}): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    // A bureau that is down leaves the matter not known.
    failed()
    return undefined
  }
}
