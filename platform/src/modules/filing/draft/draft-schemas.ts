import { accessModes, contentTypes, natures, preApprovalTypes, serviceKinds } from '@yuming/filing'
import { z } from 'zod'

/** What a text may be at all; what of it a bureau takes, the rules of filing say with a reason and a remedy. */
const line = z
  .string()
  .trim()
  .max(500)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const prose = z
  .string()
  .trim()
  .max(2_000)
  .regex(/^[^\p{Cs}]*$/u)
const day = z.iso.date()

const certificateBody = z.strictObject({
  /** Id of a kind (`GET /v1/certificates`). */
  kind: line.optional(),
  /** Shown as its last four characters once it is kept; sent back like that, it stays what it was. */
  number: line.optional(),
  address: line.optional(),
  issuedOn: day.optional(),
  endsOn: day.optional(),
})

const principalBody = z.strictObject({
  name: line.optional(),
  certificate: certificateBody.optional(),
  phone: line.optional(),
  secondPhone: line.optional(),
  emergencyPhone: line.optional(),
  officePhone: line.optional(),
  email: line.optional(),
  legalRepresentative: z.boolean().optional(),
})

export const subjectBody = z.strictObject({
  region: z
    .strictObject({ province: line.optional(), city: line.optional(), county: line.optional() })
    .optional()
    .meta({ examples: [{ province: '浙江省', city: '杭州市' }] }),
  nature: z.enum(natures).optional(),
  name: line.optional(),
  certificate: certificateBody.optional(),
  correspondenceAddress: line.optional(),
  investor: line.optional(),
  principal: principalBody.optional(),
  remark: prose.optional(),
  /** Business scope as printed on the licence. */
  scope: prose.optional(),
  tradeName: z.boolean().optional(),
  hasSeal: z.boolean().optional(),
})

export const accessBody = z.strictObject({
  product: line.optional(),
  server: line.optional(),
  /** A service number (备案服务号) of the product. */
  serviceNumber: line.optional(),
  ips: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(50)
    .optional(),
  mode: z.enum(accessModes).optional(),
  place: line.optional(),
})

export const serviceBody = z.strictObject({
  /** Given by us; a service without one is new in the order. */
  key: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
  kind: z.enum(serviceKinds).default('website'),
  name: line.optional(),
  domains: z.array(z.string().trim().min(1).max(260)).max(20).optional(),
  homeUrl: line.optional(),
  content: z.enum(contentTypes).optional(),
  languages: z.array(line).max(20).optional(),
  preApprovals: z
    .array(z.strictObject({ type: z.enum(preApprovalTypes), number: line.optional(), endsOn: day.optional() }))
    .max(20)
    .optional(),
  principal: principalBody.optional(),
  access: z.array(accessBody).max(20).optional(),
  remark: prose.optional(),
  app: z
    .strictObject({
      platforms: z
        .array(
          z.strictObject({
            platform: z.enum(['android', 'ios', 'harmony', 'wechat', 'alipay', 'douyin', 'quick-app']),
            name: line.optional(),
            packageId: line.optional(),
            publicKey: line.optional(),
            fingerprint: line.optional(),
          }),
        )
        .max(20)
        .optional(),
      iconBytes: z.int().min(0).optional(),
      owner: line.optional(),
    })
    .optional(),
})

/** What an order carries until it is filed: a part that is absent is not written yet. */
export const draftBody = z.strictObject({
  subject: subjectBody,
  services: z.array(serviceBody).max(50),
  /** Of a cancellation: a word of the reasons that bureaus know. */
  cancelReason: z.enum(['not-used', 'company-closed', 'domain-gone', 'moved', 'other']).optional(),
})

export type Draft = z.output<typeof draftBody>
export type DraftSubject = z.output<typeof subjectBody>
export type DraftService = z.output<typeof serviceBody>
export type DraftPrincipal = z.output<typeof principalBody>
export type DraftCertificate = z.output<typeof certificateBody>
