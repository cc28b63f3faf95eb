import type { desk } from './zh/desk.ts'
import type { filingText } from './zh/filing.ts'
import type { first } from './zh/first.ts'
import type { ordersApart } from './zh/orders-apart.ts'
import type { rest } from './zh/rest.ts'
import type { suffixesText } from './zh/suffixes.ts'

export type FirstKey = keyof typeof first
export type RestKey = keyof typeof rest
export type DeskKey = keyof typeof desk
export type FilingKey = keyof typeof filingText
export type ApartKey = keyof typeof ordersApart
export type SuffixKey = keyof typeof suffixesText
export type TextKey = SuffixKey | FirstKey | RestKey | DeskKey | FilingKey | ApartKey

/** Every sentence of one part, in another language. English adds `key_one` where one thing reads differently from several. */
export type Dictionary<Key extends string> = Record<Key, string> & Partial<Record<`${Key}_one`, string>>
