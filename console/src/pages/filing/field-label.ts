import { fill } from '../../i18n/fill.ts'
import { knownText } from '../../i18n/text.ts'
import { kindWord } from './kind-words.ts'

/** Where the label of a field stands in the dictionary when it is not under the field's own name. */
const elsewhere: Readonly<Record<string, string>> = {
  'subject.certificate.number': 'filing.subject.number',
  'subject.certificate.address': 'filing.subject.certificateAddress',
  'services.names': 'filing.site.name',
  'services.domains': 'filing.site.domain',
  'services.contents': 'filing.site.content',
  'services.languages': 'filing.site.language',
  'services.preApprovals': 'filing.site.preApproval',
  'services.accesses': 'filing.steps.access',
  'principal.officePhones': 'filing.principal.officePhone',
  'principal.certificate.kind': 'filing.principal.kind',
  'principal.certificate.number': 'filing.principal.number',
  'principal.certificate.endsOn': 'filing.principal.endsOn',
}

/** A field of the draft, or of the record made of it, without its places in lists: `services[0].contents[0]` is `services.contents`. */
export function plainField(field: string): string {
  const plain = field.replace(/\[\d+\]|\.\d+(?=\.|$)/g, '')
  return plain.slice(Math.max(0, plain.search(/(?<=\.)(principal|access)\./)))
}

export function labelKey(field: string): string {
  const plain = plainField(field)
  const [of = '', leaf = ''] = plain.split('.')
  return elsewhere[plain] ?? `filing.${of === 'services' ? 'site' : of}.${leaf}`
}

/** What the wizard calls a field; undefined where it has no such field. */
export function fieldLabel(field: string, kinds: readonly string[]): string | undefined {
  const kind = kinds[Number(siteOf(field))] ?? 'service'
  const label = knownText(labelKey(field))
  return label && fill(label, { kind: kindWord(kind) })
}

/** The same for a field of the draft and for what the record makes of it; two sites have two. */
export function placeOf(field: string): string {
  return siteOf(field) + labelKey(field)
}

const siteOf = (field: string): string => /^services[.[](\d+)/.exec(field)?.[1] ?? ''
