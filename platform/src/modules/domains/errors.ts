import { defineProblem } from '../../kernel/errors/index.ts'

export const DomainNotFound = defineProblem('domain.not-found', 404, {
  zh: '你的账号下没有这个域名',
  en: 'Your account has no such domain',
})
export const RenewalRefused = defineProblem('domain.renewal-refused', 422, {
  zh: '现在不能续费',
  en: 'The domain cannot be renewed now',
})

export const HolderChangeRefused = defineProblem('domain.holder-change-refused', 409, {
  zh: '现在不能过户到这个模板',
  en: 'The name cannot be moved to this template now',
})
export const DecisionNotFound = defineProblem('domain.decision-not-found', 404, {
  zh: '没有这个待认定的结果，或者已经认定过',
  en: 'There is no such decision, or somebody has settled it already',
})
