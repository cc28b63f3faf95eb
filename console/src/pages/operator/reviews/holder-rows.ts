/** What is compared with the paper, in the order in which a paper is read, and the fields that reasons are about. */
const fieldsOf = {
  name: ['holder.name', 'holder.name.en', 'holder'],
  kind: ['certificate.kind', 'holder.type'],
  number: ['certificate.number'],
  representative: ['holder.legalRepresentative', 'legalRepresentative'],
  dates: ['certificate.issuedOn', 'certificate.endsOn'],
  address: ['holder.street', 'holder.address', 'holder.city', 'holder.province', 'holder.postcode'],
  region: ['holder.region'],
  contact: ['holder.phone', 'holder.email', 'holder.contact'],
} as const satisfies Record<string, readonly string[]>

export type HolderRow = keyof typeof fieldsOf
/** What was declared of the papers of a qualification. */
export type DeclaredRow =
  | 'declared.number'
  | 'declared.owner'
  | 'declared.mark'
  | 'declared.class'
  | 'declared.endsOn'
  | 'declared.organisation'
  | 'declared.document'
  | 'declared.licensee'
  | 'declared.govClass'
  | 'declared.unit'
export type ComparedRow = HolderRow | DeclaredRow

/** The row that a reason's field belongs to; undefined when it is about something else, such as the photograph. */
export function rowOfField(field: string): HolderRow | undefined {
  for (const [row, fields] of Object.entries(fieldsOf) as [HolderRow, readonly string[]][])
    if (fields.includes(field)) return row
  return undefined
}
