import { readFileSync } from 'node:fs'
import type { WordList } from '@yuming/names'
import { z } from 'zod'

const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const listSchema = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]{1,40}$/),
  severity: z.enum(['refuse', 'advise']),
  words: z.array(z.string().trim().min(1).max(63)).min(1).max(100_000),
  match: z.enum(['anywhere', 'word']).optional(),
  suffixes: z.array(z.string().min(1)).optional(),
  note: text,
  source: z.strictObject({
    document: z.string().min(1),
    section: z.string().min(1),
    date: z.iso.date().optional(),
    url: z.url().optional(),
  }),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
})
const fileSchema = z.strictObject({ lists: z.array(listSchema) })

/**
 * The operator's own words that names may not have, or should not (S2-36): `{"lists": [WordList…]}`.
 * @throws Error with one line for each thing that is wrong with the file
 */
export function readWordLists(file: string): readonly WordList[] {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = (error as { code?: string }).code === 'ENOENT' ? 'there is no such file' : 'it is not valid JSON'
    throw new Error(`The word lists ${file} cannot be used: ${why}.`)
  }
  const parsed = fileSchema.safeParse(content)
  if (!parsed.success) {
    const lines = parsed.error.issues.map(({ path, message }) => `  ${path.join('.') || '(the file)'}: ${message}`)
    throw new Error(`The word lists ${file} cannot be used:\n${lines.join('\n')}`)
  }
  const { lists } = parsed.data
  const doubled = lists.map(({ id }) => id).find((id, at, all) => all.indexOf(id) !== at)
  if (doubled !== undefined) throw new Error(`The word lists ${file} cannot be used: two lists have the id ${doubled}.`)
  return lists as readonly WordList[]
}
