import { z } from 'zod'

const words = z.string().trim().min(1).max(100)

/** What a customer says of the papers of a qualification; reviewers compare it with them. */
export const declaredSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('trademark'),
    /** Number of the certificate, as printed (商标注册号). */
    number: z.string().trim().min(1).max(20),
    owner: words,
    /** The words of the mark. */
    mark: words,
    /** Class of the Nice classification. */
    class: z.int().min(1).max(45),
    endsOn: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('organisation'),
    /** Its name, as the proof says it. */
    organisation: words,
    /** What the proof is, such as an approval, and its number. */
    document: words,
  }),
  z.strictObject({
    kind: z.literal('licence'),
    /** Whom the licence names. */
    licensee: words,
    /** What it is, and its number. */
    document: words,
  }),
  z.strictObject({
    kind: z.literal('government'),
    /** Class of the applicant for .gov.cn (S1-152, S1-154, S1-156). */
    govClass: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    organisation: words,
    /** Kind of unit (机构类型), as the certificate states it (S1-144). */
    unit: words,
    document: words,
  }),
])

export type Declared = z.output<typeof declaredSchema>
export type QualificationKind = Declared['kind']
