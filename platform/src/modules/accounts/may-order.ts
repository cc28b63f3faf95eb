import { cite, defineRule, findingOf } from '@yuming/rules'
import type { Actor } from '../../kernel/actor.ts'
import { subUserMayNotOrder } from './errors.ts'

const onlyTheMainAccountOrders = defineRule<Actor>({
  id: 'account.sub-user.may-not-order',
  source: cite('S1', 'RAM 用户不能注册、续费域名'),
  from: '2021-01-01',
  severity: 'refuse',
  field: 'account',
  applies: (actor) => actor.kind === 'customer',
  holds: (actor) => actor.kind !== 'customer' || actor.role === 'owner',
  says: {
    zh: '子用户不能在控制台或通过 API 注册、续费域名',
    en: 'A sub-user cannot register or renew names, neither in the console nor through the API',
  },
  remedy: { zh: '请退出登录，改用主账号操作', en: 'Sign out and use the main account' },
})

/**
 * Whether the caller may register or renew; asked by every way in (S1-77, S1-78, S1-79).
 * @throws subUserMayNotOrder, with the rule and its remedy
 */
export function mayOrder(actor: Actor): void {
  if (actor.kind !== 'customer' || actor.role === 'owner') return
  throw subUserMayNotOrder({ findings: [findingOf(onlyTheMainAccountOrders, actor)] })
}
