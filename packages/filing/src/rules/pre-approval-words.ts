import type { FilingDraft } from '../facts/filing-facts.ts'

/** Words in a name or a scope that make a bureau ask for a pre-approval or for a pledge that none is concerned. */
const keywords = [
  '新闻',
  '出版',
  '药品',
  '医疗器械',
  '广播电视',
  '影视制作',
  '网络预约出租',
  '网约车',
  '互联网金融',
  '网络借贷',
  '校外培训',
  '学科培训',
  '网络游戏',
  '网络文化',
]

/** Where the words are looked for: the name of the subject and of its services, and the scope where that is wanted. */
export function keywordText({ subject, services }: FilingDraft, scope: boolean): string {
  return [subject.name ?? '', ...services.map(({ name }) => name ?? ''), scope ? (subject.scope ?? '') : ''].join('\n')
}

export function keywordOf(draft: FilingDraft): string | undefined {
  const text = keywordText(draft, true)
  return keywords.find((word) => text.includes(word))
}
