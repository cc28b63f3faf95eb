import type { Text } from '@yuming/rules'

/** Every kind of order to a bureau. */
export const orderTypes = [
  'first',
  'new-access',
  'new-service-here',
  'new-service-elsewhere',
  'change-subject',
  'change-service',
  'change-access',
  'cancel-subject',
  'cancel-service',
  'cancel-access',
  'claim',
] as const
export type OrderType = (typeof orderTypes)[number]

export const orderTypeNames: Readonly<Record<OrderType, Text>> = {
  first: { zh: '首次备案', en: 'First filing' },
  'new-access': { zh: '新增接入', en: 'New access' },
  'new-service-here': { zh: '新增网站（同接入商）', en: 'New service, the subject is here' },
  'new-service-elsewhere': { zh: '新增网站（原备案不在本处）', en: 'New service, the subject was filed elsewhere' },
  'change-subject': { zh: '变更主体', en: 'Change of the subject' },
  'change-service': { zh: '变更网站', en: 'Change of a service' },
  'change-access': { zh: '变更接入', en: 'Change of an access' },
  'cancel-subject': { zh: '注销主体', en: 'Cancellation of the subject' },
  'cancel-service': { zh: '注销网站', en: 'Cancellation of a service' },
  'cancel-access': { zh: '取消接入', en: 'Cancellation of an access' },
  claim: { zh: '认领备案', en: 'Claim of a filing' },
}

/** What somebody wants to do; which order that is follows from what is filed already. */
export const wishes = [
  'file',
  'change-subject',
  'change-service',
  'change-access',
  'cancel-subject',
  'cancel-service',
  'cancel-access',
  'claim',
  'move-service',
] as const
export type Wish = (typeof wishes)[number]

/** Orders that bring something new to a bureau, with the papers for it. */
export function bringsService(type: OrderType | undefined): boolean {
  return type === 'first' || type === 'new-service-here' || type === 'new-service-elsewhere' || type === 'new-access'
}
