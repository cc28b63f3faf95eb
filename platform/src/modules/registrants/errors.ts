import { defineProblem } from '../../kernel/errors/index.ts'

export const templateNotFound = defineProblem('registrant.template-not-found', 404, {
  zh: '没有这个信息模板',
  en: 'There is no such template',
})
export const templateRefused = defineProblem('registrant.template-refused', 422, {
  zh: '持有者信息不合要求，请按提示修改',
  en: 'The holder information cannot be accepted; correct what is named',
})
export const tooManyTemplates = defineProblem('registrant.too-many-templates', 409, {
  zh: '信息模板已达 500 个上限',
  en: 'The limit of 500 templates is reached',
})
