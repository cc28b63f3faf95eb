import './tables.ts'

export { notify } from './commands/notify.ts'
export { type Addressee, tell } from './commands/tell.ts'
export { createNoticeSender, type NoticeSender } from './jobs.ts'
export type { MailGateway, ShortMessageGateway } from './ports.ts'
export { toldAbout } from './queries.ts'
export { deliverySchema, noticesRoutes } from './routes.ts'
export { type NoticeKind, type NoticeParameters, renderNotice } from './texts.ts'
