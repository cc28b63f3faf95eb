import { certificateKind, certificateKindOfCode, normalNumber } from '@yuming/identity'
import type { z } from 'zod'
import { romanise, romanisePerson, romanisePlace } from './english.ts'
import type { checkBody, DeclaredHolder, HolderInformation, templateBody } from './schemas.ts'

type Input = z.output<typeof templateBody>
type Parts = z.output<typeof checkBody>
type Form = { readonly zh: string; readonly en?: string | undefined }

const fill = ({ zh, en }: Form, filled: (text: string) => string) => ({ zh, en: en || filled(zh) })

/**
 * What a person declared, as it is kept: every English form filled from pinyin where it was left empty, the kind of paper
 * by its id, the number as it is compared. A name stays as it was typed: it has to be that of the paper to the letter.
 */
export function readHolder({ default: _, ...declared }: Input): HolderInformation {
  const { holderType, certificate, region } = declared
  const name = nameOf(declared.name, holderType)
  return {
    ...declared,
    name,
    contact: declared.contact?.zh ? fill(declared.contact, romanisePerson) : name,
    legalRepresentative: declared.legalRepresentative ?? '',
    province: fill(declared.province, romanisePlace),
    city: fill(declared.city, romanisePlace),
    street: fill(declared.street, romanise),
    certificate: paperOf(certificate, region),
  }
}

/** The same for a form that is still being filled in: what is not there yet stays away. */
export function readParts({ default: _, ...declared }: Parts): DeclaredHolder {
  const { holderType, name, contact, province, city, street, certificate, region } = declared
  return {
    ...declared,
    name: name && nameOf(name, holderType),
    contact: contact?.zh ? fill(contact, romanisePerson) : undefined,
    province: province && fill(province, romanisePlace),
    city: city && fill(city, romanisePlace),
    street: street && fill(street, romanise),
    certificate: certificate && paperOf(certificate, region),
  }
}

function nameOf({ zh, en }: Form, holderType: Input['holderType'] | undefined) {
  return fill({ zh: zh.trim(), en }, holderType === 'person' ? romanisePerson : romanise)
}

function paperOf<P extends { readonly kind: string; readonly number?: string | undefined }>(
  paper: P,
  region: string | undefined,
): P {
  const kind = certificateKind(paper.kind) ?? certificateKindOfCode(paper.kind, region)
  if (kind === undefined) return paper
  const { number } = paper
  return { ...paper, kind: kind.id, ...(number !== undefined && { number: normalNumber(kind, number) }) }
}
