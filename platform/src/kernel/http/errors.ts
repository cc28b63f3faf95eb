import { defineProblem } from '../errors/index.ts'

export const TooManyStreams = defineProblem('request.too-many-streams', 429, {
  zh: '同时打开的实时页面太多，请关掉几个',
  en: 'Too many live pages are open at the same time; close some of them',
})
export const KeyReused = defineProblem('request.key-reused', 422, {
  zh: '这个 Idempotency-Key 用过了，而且是另一个请求；请换一个再发',
  en: 'This Idempotency-Key was used with another request; send it again with a new one',
})
