import { defineProblem } from '../../kernel/errors/index.ts'

export const SuffixNotFound = defineProblem('catalog.suffix-not-found', 404, {
  zh: '没有这个后缀，请检查拼写',
  en: 'There is no such suffix; check its spelling',
})
export const ChangeNotFound = defineProblem('catalog.change-not-found', 404, {
  zh: '没有这处改动',
  en: 'There is no such change',
})
export const ChangeRefused = defineProblem('catalog.change-refused', 422, {
  zh: '这处改动自相矛盾，没有生效',
  en: 'The change contradicts what is there, and was not made',
})
export const ChangeNotDraft = defineProblem('catalog.change-not-draft', 409, {
  zh: '这处改动已经发布或撤回',
  en: 'The change is published or withdrawn already',
})
export const ChangeWithdrawn = defineProblem('catalog.change-withdrawn', 409, {
  zh: '这处改动已经撤回',
  en: 'The change is withdrawn already',
})
export const CatalogMovedOn = defineProblem('catalog.moved-on', 409, {
  zh: '目录刚被别人改过，请重新预览',
  en: 'Somebody else has changed the catalogue; look at the preview again',
})
