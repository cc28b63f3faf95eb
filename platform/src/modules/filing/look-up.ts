import { provinceNamed } from '@yuming/filing'
import { typedAscii } from '../domains/index.ts'
import type { StoredDraft } from './draft/draft-box.ts'
import type { Looked } from './facts/filing-facts.ts'
import { namesAbove } from './names-above.ts'
import type { FilingRegister, RegisteredFiling } from './ports.ts'
import { opens } from './probe/opens.ts'
import type { SiteProbe } from './probe/site-probe.ts'

export interface LookUpDeps {
  readonly register: FilingRegister
  readonly probe: SiteProbe
}

/** Of one draft, no more names than these are looked at from outside. */
const mostProbed = 20

/**
 * Asks the bureaus what is filed of a draft's subject and domains, and looks whether the domains open, before any
 * transaction; silence is not an answer.
 */
export async function lookUp(
  { subject, services }: Pick<StoredDraft, 'subject' | 'services'>,
  { register, probe }: LookUpDeps,
): Promise<Looked> {
  const province = subject.region?.province && provinceNamed(subject.region.province)?.code
  // A name under another rests on what is filed of that one.
  const typed = [...new Set(services.flatMap(({ domains = [] }) => domains.map(typedAscii)))]
  const asciis = [...new Set(typed.flatMap(namesAbove))]
  const { kind, number } = subject.certificate ?? {}
  const open = new Map<string, boolean>()
  const looking = typed.slice(0, mostProbed).map(async (ascii) => {
    const answer = await quietly(() => opens(ascii, probe))
    if (answer !== undefined) open.set(ascii, answer)
  })
  const [ofSubject, ...ofDomains] = await Promise.all([
    kind === undefined || number === undefined || number === ''
      ? undefined
      : quietly(() => register.byCertificate(province || undefined, { kind, number })),
    ...asciis.map((ascii) => quietly(() => register.byDomain(province || undefined, ascii))),
  ])
  const domains = new Map<string, RegisteredFiling>()
  for (const [at, ascii] of asciis.entries()) {
    const found = ofDomains[at]
    if (found) domains.set(ascii, found)
  }
  await Promise.all(looking)
  return { ...(ofSubject && { subject: ofSubject }), domains, open }
}

async function quietly<T>(ask: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    // A bureau that is down leaves the matter not known.
    return undefined
  }
}
