import { defineProblem } from '../../kernel/errors/index.ts'

export const nameRefused = defineProblem('list.name-refused', 422, {
  zh: '这个域名不能加入清单',
  en: 'This name cannot be put on the list',
})
export const listFull = defineProblem('list.full', 409, {
  zh: '清单最多放 500 个域名，请先结算或删除一些',
  en: 'The list holds 500 names at most; check out or remove some first',
})
export const notOnList = defineProblem('list.not-found', 404, {
  zh: '清单里没有这个域名',
  en: 'The name is not on the list',
})
