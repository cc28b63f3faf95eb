/** Numbers that are read as words in Chinese because they sound alike; letters as one would type them. */
const meanings = [
  { digits: '5201314', zh: '我爱你一生一世', latin: 'woaini1314' },
  { digits: '1314', zh: '一生一世', latin: 'yishengyishi' },
  { digits: '520', zh: '我爱你', latin: 'woaini' },
  { digits: '521', zh: '我愿意', latin: 'woyuanyi' },
  { digits: '168', zh: '一路发', latin: 'yilufa' },
  { digits: '518', zh: '我要发', latin: 'woyaofa' },
  { digits: '888', zh: '发发发', latin: 'fafafa' },
  { digits: '666', zh: '六六六', latin: 'liuliuliu' },
  { digits: '999', zh: '久久久', latin: 'jiujiujiu' },
  { digits: '88', zh: '发发', latin: 'fafa' },
  { digits: '99', zh: '久久', latin: 'jiujiu' },
  { digits: '66', zh: '六六', latin: 'liuliu' },
] as const

/** What a whole number is read as, or undefined. */
export function numberMeaning(digits: string): { zh: string; latin: string } | undefined {
  return meanings.find((meaning) => meaning.digits === digits)
}
