import { defineProblem } from '../../kernel/errors/index.ts'

export const NotAHoster = defineProblem('hosting-product.not-a-hoster', 403, {
  zh: '这个账号还不是登记过的接入服务商，联系平台登记',
  en: 'This account is not admitted as a hoster; ask the platform to admit it',
})
export const ProductNotFound = defineProblem('hosting-product.not-found', 404, {
  zh: '你的账号下没有这个产品',
  en: 'Your account has no such product',
})
export const OwnerNotFound = defineProblem('hosting-product.owner-not-found', 422, {
  zh: '没有这个账号，这一批一个都没有导入',
  en: 'There is no such account; nothing of this import was kept',
})
export const CsvUnreadable = defineProblem('hosting-product.csv-unreadable', 422, {
  zh: 'CSV 读不出来，这一批一个都没有导入',
  en: 'The CSV cannot be read; nothing of this import was kept',
})
export const ProductTaken = defineProblem('hosting-product.taken', 409, {
  zh: '这个产品已经归在一个账号下，或已经出过备案服务号，不能再换',
  en: 'This product belongs to an account already, or has given numbers, and stays where it is',
})
export const ConsoleCodeUnknown = defineProblem('hosting-product.console-code', 404, {
  zh: '核验码不对、用过了，或已过15分钟：回主机控制台再生成一个',
  en: 'The code is wrong, was used, or is older than 15 minutes: have the host’s console show a new one',
})
export const NotEligible = defineProblem('service-number.not-eligible', 422, {
  zh: '这个产品现在不能申请备案服务号',
  en: 'This product gives no service number now',
})
export const NumberNotFound = defineProblem('service-number.not-found', 404, {
  zh: '你的账号下没有这个备案服务号',
  en: 'Your account has no such service number',
})
export const NumberNotFree = defineProblem('service-number.not-free', 409, {
  zh: '这个备案服务号已经用过，或正被一份备案占用；换一个，或先放弃那份备案',
  en: 'The service number was used, or a running draft keeps it; use another one, or give that draft up',
})
export const ReceiverNotFound = defineProblem('service-number.receiver-not-found', 422, {
  zh: '没有这个账号，请对方在备案服务号页面上核对账号编号',
  en: 'There is no such account; ask the other side for the account id on their page of service numbers',
})
export const OwnReceiver = defineProblem('service-number.own-receiver', 422, {
  zh: '这就是你自己的账号，不用转给自己',
  en: 'That is your own account',
})
