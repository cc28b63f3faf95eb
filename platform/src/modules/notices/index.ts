import './tables.ts'

export { type Notice, notify } from './commands/notify.ts'
export { createNoticeSender, type NoticeSender } from './jobs.ts'
export type { Letter, MailGateway, ShortMessage, ShortMessageGateway } from './ports.ts'
export type { NoticeKind, NoticeParameters } from './texts.ts'
