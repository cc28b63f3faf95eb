import { certificateKind, certificateKindOfCode, normalNumber } from '@yuming/identity'
import type { z } from 'zod'
import { romanise, romanisePerson, romanisePlace } from './english.ts'
import type { HolderInformation, templateBody } from './schemas.ts'

type Input = z.output<typeof templateBody>
type Form = { readonly zh: string; readonly en?: string | undefined }

const fill = ({ zh, en }: Form, filled: (text: string) => string) => ({ zh, en: en || filled(zh) })

/**
 * What a person declared, as it is kept: every English form filled from pinyin where it was left empty, the kind of paper
 * by its id, the number as it is compared. A name stays as it was typed: it has to be that of the paper to the letter.
 */
export function readHolder(input: Input): HolderInformation {
  const { default: _, ...declared } = input
  const nameOf = input.holderType === 'person' ? romanisePerson : romanise
  const name = fill({ ...input.name, zh: input.name.zh.trim() }, nameOf)
  return {
    ...declared,
    name,
    contact: input.contact?.zh ? fill(input.contact, romanisePerson) : name,
    province: fill(input.province, romanisePlace),
    city: fill(input.city, romanisePlace),
    street: fill(input.street, romanise),
    certificate: paperOf(input),
  }
}

function paperOf({ certificate, region }: Input): HolderInformation['certificate'] {
  const kind = certificateKind(certificate.kind) ?? certificateKindOfCode(certificate.kind, region)
  if (kind === undefined) return certificate
  return { ...certificate, kind: kind.id, number: normalNumber(kind, certificate.number) }
}
