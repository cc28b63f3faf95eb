import { readFile } from 'node:fs/promises'
import { z } from 'zod'

const sides = z.object({ before: z.array(z.string()), after: z.array(z.string()) })
const affixFile = z.object({ zh: z.record(z.string(), sides), en: z.record(z.string(), sides) })

export type Affixes = z.infer<typeof sides>

/** What sells before and behind a name, by language and trade; a trade that is not listed gets what suits any. */
export type AffixTable = (language: 'zh' | 'en', trade: string | undefined) => Affixes

export async function loadAffixes(): Promise<AffixTable> {
  const file = await readFile(new URL('./data/affixes.json', import.meta.url), 'utf8')
  const table = affixFile.parse(JSON.parse(file))
  return (language, trade) => {
    const any = table[language].any ?? { before: [], after: [] }
    const own = trade === undefined ? undefined : table[language][trade]
    return own ?? any
  }
}
