import { defineProblem } from '../../../kernel/errors/index.ts'

export const notRegistered = defineProblem('search.not-registered', 404, {
  zh: '这个名字没有登记',
  en: 'This name is not registered',
})
export const recordUnanswered = defineProblem('search.record-unanswered', 503, {
  zh: '注册局没有给出登记，稍后再看',
  en: 'The registry did not tell its record; look again later',
})
