import { type AffixTable, loadAffixes } from './affixes.ts'
import { type EnglishWords, loadEnglishWords } from './english-words.ts'
import { loadPinyinReader, type PinyinReader } from './pinyin-forms.ts'
import { loadSegmenter, type Segmenter } from './segments.ts'
import { loadSynonyms, type Synonyms } from './synonyms.ts'

/** Everything that suggestions look words up in. */
export interface Lexicon {
  readonly affixes: AffixTable
  readonly english: EnglishWords
  readonly pinyin: PinyinReader
  readonly segments: Segmenter
  readonly synonyms: Synonyms
}

let loading: Promise<Lexicon> | undefined

/** The dictionaries, read on first use (a third of a second, about 30 MB) and kept; a failed reading is tried again. */
export function loadLexicon(): Promise<Lexicon> {
  loading ??= readLexicon().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

async function readLexicon(): Promise<Lexicon> {
  const synonyms = await loadSynonyms()
  const [affixes, english, pinyin, segments] = await Promise.all([
    loadAffixes(),
    loadEnglishWords(synonyms.english),
    loadPinyinReader(),
    loadSegmenter(synonyms.chinese.filter((word) => word.length > 1)),
  ])
  return { affixes, english, pinyin, segments, synonyms }
}
