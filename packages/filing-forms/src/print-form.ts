import type { FormDomain, FormFacts } from './form-facts.ts'
import type { FormKind } from './form-kinds.ts'

// The PDF library comes with the first paper that is printed: it is large, and many a process prints none.
const printers = () => import('./forms/index.ts')

/**
 * A form with the fields of the draft printed (PDF, A4).
 * @throws MissingGlyph when a character of the draft cannot be printed
 */
export async function printForm(kind: FormKind, facts: FormFacts): Promise<Buffer> {
  return (await printers()).forms[kind](facts)
}

/** 域名证书: what the registrar's own records say of a name on a day (PDF, A4). */
export async function printDomainCertificate(
  domain: FormDomain,
  issued: { readonly on: string; readonly number: string },
): Promise<Buffer> {
  return (await printers()).domainCertificate(domain, issued)
}
