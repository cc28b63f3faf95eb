import type { z } from 'zod'
import { romanise, romanisePlace } from './english.ts'
import type { HolderInformation, templateBody } from './schemas.ts'

/** What a person declared, with every English form filled from pinyin where it was left empty. */
export function fillEnglish(input: z.output<typeof templateBody>): HolderInformation {
  const surname = input.holderType === 'person' ? 'head' : 'off'
  const fill = ({ zh, en }: { zh: string; en?: string | undefined }, filled: (text: string) => string) => ({
    zh,
    en: en || filled(zh),
  })
  const name = fill(input.name, (text) => romanise(text, surname))
  return {
    ...input,
    name,
    contact: input.contact ? fill(input.contact, (text) => romanise(text, 'head')) : name,
    province: fill(input.province, romanisePlace),
    city: fill(input.city, romanisePlace),
    street: fill(input.street, (text) => romanise(text)),
  }
}
