import { defineProblem } from '../../kernel/errors/index.ts'

export const templateNotFound = defineProblem('registrant.template-not-found', 404, {
  zh: '没有这个信息模板',
  en: 'There is no such template',
})
export const templateRefused = defineProblem('registrant.template-refused', 422, {
  zh: '持有者信息不合要求，请按提示修改',
  en: 'The holder information cannot be accepted; correct what is named',
})
export const templateLocked = defineProblem('registrant.template-locked', 409, {
  zh: '审核中或已实名的模板不能改；要换信息，请新建模板',
  en: 'A template that is under review or verified cannot be changed; make a new one',
})
export const holderFixed = defineProblem('registrant.holder-fixed', 409, {
  zh: '持有者类型和名称不能改；换持有者请新建模板再过户',
  en: 'Holder type and name cannot be changed; make a new template and change the holder',
})
export const templateInUse = defineProblem('registrant.template-in-use', 409, {
  zh: '这个模板还在用，不能删除',
  en: 'The template is in use and cannot be deleted',
})
export const tooManyTemplates = defineProblem('registrant.too-many-templates', 409, {
  zh: '信息模板已达 500 个上限',
  en: 'The limit of 500 templates is reached',
})
