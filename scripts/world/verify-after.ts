import { ApiClient } from './api-client.ts'
import { makeOperator } from './operator.ts'
import { signUp } from './person.ts'

const password = 'a-long-enough-Password-1'

/** Changes the catalogue, as its keeper would, so that holders under these suffixes are verified after the registration. */
export async function letVerifyAfter(
  { origin, folder }: { readonly origin: string; readonly folder: string },
  suffixes: readonly string[],
): Promise<void> {
  const email = `keeper-of-${suffixes.join('-')}@yuming.example`
  await signUp(origin, email, password, '目录管理员')
  makeOperator(folder, email, 'catalog')
  const keeper = new ApiClient(origin)
  await keeper.post('auth/sign-in', { email, password })
  const { clock } = await keeper.get<{ clock: { today: string } }>('session')
  for (const suffix of suffixes) {
    const { revision } = await keeper.get<{ revision: number }>('operator/catalog/changes')
    const { id } = await keeper.post<{ id: string }>('operator/catalog/changes', {
      suffix,
      patch: { verifyBefore: false },
      from: clock.today,
      note: 'verified afterwards',
    })
    await keeper.post(`operator/catalog/changes/${id}/publish`, { expectedRevision: revision })
  }
}
