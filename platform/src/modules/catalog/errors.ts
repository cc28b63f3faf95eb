import { defineProblem } from '../../kernel/errors/index.ts'

export const SuffixNotFound = defineProblem('catalog.suffix-not-found', 404, {
  zh: '不在价格总览里的后缀，不能在这里注册',
  en: 'A suffix that is not in the price overview cannot be registered here',
})
