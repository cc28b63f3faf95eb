import './tables.ts'

export { notify } from './commands/notify.ts'
export { createNoticeSender, type NoticeSender } from './jobs.ts'
export type { MailGateway, ShortMessageGateway } from './ports.ts'
export { renderNotice } from './texts.ts'
