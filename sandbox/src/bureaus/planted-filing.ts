import type { PublishedFiling, Service, Subject } from '@yuming/miit'
import { z } from 'zod'
import type { Register } from './register.ts'

const word = z.string().min(1).max(200)

/** A filing that is there already: of another access provider, or of ours from the days before this platform. */
export const newPlantedFiling = z.strictObject({
  provider: z.enum(['other', 'ours']).default('other'),
  subject: z.strictObject({
    name: word,
    /** Codes of the bureau's own tables. */
    nature: z.number().int().min(1).default(5),
    certificate: z.strictObject({ kind: z.number().int().min(1), number: word, address: word }),
    principal: word,
    mobile: z.string().regex(/^1\d{10}$/),
  }),
  services: z
    .array(z.strictObject({ name: word, domain: word, ip: z.ipv4() }))
    .min(1)
    .max(20),
})
type PlantedFiling = z.infer<typeof newPlantedFiling>

/** Some other enterprise that gives access (接入商). */
export const otherProvider = '990000000001'

/** Puts it into the register as if it had been reported and approved there. */
export function plantFiling(
  { subject: { name, nature, certificate, principal, mobile }, services }: PlantedFiling,
  { bureau, provider, register }: { bureau: string; provider: string; register: Register },
): PublishedFiling {
  const person = {
    name: principal,
    officePhones: ['0571-00000000'],
    mobile,
    emails: ['somebody@example.invalid'],
  }
  const province = Number(bureau)
  const subject: Subject = {
    kind: 'organisation',
    name,
    nature,
    address: { province, city: province + 100, street: certificate.address },
    certificate,
    principal: person,
  }
  const id = register.addSubject(bureau, subject)
  for (const service of services) {
    const image: Service = {
      kind: 'website',
      names: [service.name],
      contents: [9],
      languages: [1],
      domains: [{ name: service.domain.toLowerCase() }],
      accesses: [{ places: [1], modes: [4], addresses: [{ first: service.ip, last: service.ip }] }],
      principal: person,
      homeUrl: `www.${service.domain}`,
    }
    register.addService(id, image, provider)
  }
  return register.published(id)
}
