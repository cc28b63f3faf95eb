import type { ApiClient } from './api-client.ts'

/** Somebody with an account and a verified holder. */
export interface Person {
  readonly client: ApiClient
  readonly templateId: string
}

export interface Order {
  readonly number: string
  readonly state: string
  readonly totalFen: number
  readonly lines: readonly { readonly ascii: string; readonly discountFen: number }[]
}

export interface Preview {
  readonly offers: readonly { readonly id: string; readonly discountFen: number }[]
  readonly codeTrouble: { readonly code: string } | null
}

export const place = ({ client, templateId }: Person, name: string, more: object = {}) =>
  client.post<Order>('orders', {
    lines: [{ name, years: 1 }],
    holderType: 'organisation',
    templateId,
    termsAccepted: true,
    ...more,
  })

export const off = ({ lines }: Order) => lines.reduce((sum, { discountFen }) => sum + discountFen, 0)

export const pay = ({ client }: Person, number: string) => client.post(`orders/${number}/pay`, { method: 'balance' })

export const balance = async ({ client }: Person) => (await client.get<{ balanceFen: number }>('balance')).balanceFen
