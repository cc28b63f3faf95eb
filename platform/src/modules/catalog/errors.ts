import { defineProblem } from '../../kernel/errors/index.ts'

export const SuffixNotFound = defineProblem('catalog.suffix-not-found', 404, {
  zh: '没有这个后缀，请检查拼写',
  en: 'There is no such suffix; check its spelling',
})
