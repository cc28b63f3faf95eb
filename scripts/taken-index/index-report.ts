import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { openIndex } from '@yuming/taken'

/** One line for each index of a folder, every byte checked. Returns 1 when one of them cannot be used. */
export async function indexReport(folder: string): Promise<0 | 1> {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => /^[^.].*\.taken$/.test(file)) : []
  if (files.length === 0) console.log(`还没有索引。 There is no index yet: ${folder}`)
  let verdict: 0 | 1 = 0
  for (const file of files) {
    try {
      const { contents, bytes, count, errorRate } = await openIndex(path.join(folder, file))
      console.log(
        `.${contents.suffix}: ${count.toLocaleString('en')} names of ${contents.day}, serial ${contents.serial ?? '–'}, ${bytes.toLocaleString('en')} bytes (${(bytes / Math.max(1, count)).toFixed(2)} a name), one absent name in ${(1 / errorRate).toLocaleString('en')} looks taken`,
      )
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error))
      verdict = 1
    }
  }
  return verdict
}
