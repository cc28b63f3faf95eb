import type { ApiClient } from './api-client.ts'
import { makeOperator } from './operator.ts'
import { signUp } from './person.ts'

/** Promotions of a made-up shop, run by its operator as in a real installation. */
export async function makeExamplePromotions(operator: ApiClient): Promise<{ firstOrder: string; firstSnow: string }> {
  const { clock } = await operator.get<{ clock: { today: string } }>('session')
  const make = async (more: object) =>
    (
      await operator.post<{ id: string }>('operator/promotions', {
        product: 'register',
        kind: 'amount-off',
        from: clock.today,
        note: '示例',
        ...more,
      })
    ).id
  const firstOrder = await make({
    byCode: false,
    title: { zh: '新户首年', en: 'First order, first year' },
    suffixes: ['cn'],
    value: 1_000,
    firstOrderOnly: true,
  })
  const firstSnow = await make({
    byCode: true,
    title: { zh: '初雪口令', en: 'First-snow code' },
    suffixes: ['公司'],
    value: 2_000,
  })
  return { firstOrder, firstSnow }
}

/** Somebody of finance who runs promotions in a test's world. */
export async function promotionOperator(
  { origin, folder }: { readonly origin: string; readonly folder: string },
  email = 'promotions@yuming.example',
): Promise<ApiClient> {
  const client = await signUp(origin, email, 'a-long-enough-Password-1', '活动运营')
  makeOperator(folder, email, 'finance')
  return client
}

/** A promotion of a test, from today on; returns its id. */
export async function makeTrial(operator: ApiClient, more: object): Promise<string> {
  const { clock } = await operator.get<{ clock: { today: string } }>('session')
  const { id } = await operator.post<{ id: string }>('operator/promotions', {
    product: 'register',
    byCode: false,
    title: { zh: '试', en: 'trial' },
    kind: 'amount-off',
    from: clock.today,
    note: '试',
    ...more,
  })
  return id
}
