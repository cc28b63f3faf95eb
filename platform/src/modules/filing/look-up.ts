import { provinceNamed } from '@yuming/filing'
import { typedAscii } from '../domains/index.ts'
import type { StoredDraft } from './draft/draft-box.ts'
import type { Looked } from './facts/filing-facts.ts'
import type { FilingRegister, RegisteredFiling } from './ports.ts'

/** Asks the bureaus what is filed of a draft's subject and domains, before any transaction; silence is not an answer. */
export async function lookUp(
  { subject, services }: Pick<StoredDraft, 'subject' | 'services'>,
  register: FilingRegister,
): Promise<Looked> {
  const province = subject.region?.province && provinceNamed(subject.region.province)?.code
  const asciis = [...new Set(services.flatMap(({ domains = [] }) => domains.map(typedAscii)))]
  const { kind, number } = subject.certificate ?? {}
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
  return { ...(ofSubject && { subject: ofSubject }), domains }
}

async function quietly<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask()
  } catch {
    // A bureau that is down leaves the matter not known.
    return undefined
  }
}
