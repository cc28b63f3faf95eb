import words from '../../data/order-words.json' with { type: 'json' }
import { wordListRule, wordRows } from '../word-lists.ts'
import { remembered, wordMatch } from '../word-match.ts'
import { type NameRule, nameRule } from './name-rule.ts'

// One look for all the lists: hardly any label has a word of them.
const anyWord = remembered(wordMatch(words.kinds.flatMap(({ words: list }) => wordRows(list))))

/** The shipped lists, all of them advice (S2-36). Under .hk the consent rules say more about banks and insurance. */
const listed: readonly NameRule[] = words.kinds.map(({ id, note, words: list }) => {
  const rule = wordListRule({
    id,
    severity: 'advise',
    words: list,
    note,
    source: words.source,
    from: words.source.date,
  })
  return { ...rule, id, applies: (facts) => !facts.suffix.class.startsWith('hk') && anyWord(facts) !== undefined }
})

/** Filing recommends letters, digits and hyphens (S2-36). */
const filingPrefersLatin = nameRule({
  id: 'FILING-LATIN-01',
  scope: 'operation:filing',
  source: words.source,
  from: words.source.date,
  severity: 'advise',
  applies: ({ given }) => given.operation === 'filing',
  holds: ({ hasHan }) => !hasHan,
  says: { zh: '备案建议用字母、数字和连接符组成的域名', en: 'Filing recommends a name of letters, digits and hyphens' },
  remedy: { zh: '可以另备一个拼音域名', en: 'Keep a name in pinyin for it as well' },
})

export const orderWordRules: readonly NameRule[] = [...listed, filingPrefersLatin]
