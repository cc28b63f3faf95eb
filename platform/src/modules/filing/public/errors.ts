import { defineProblem } from '../../../kernel/errors/index.ts'

export const QueryUnreadable = defineProblem('filing.query-unreadable', 422, {
  zh: '这不是备案号，也不是域名；备案号像“京ICP备12345678号-1”',
  en: 'That is neither a filing number, such as 京ICP备12345678号-1, nor a domain name',
})
