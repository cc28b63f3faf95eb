import table from '../../data/divisions.json' with { type: 'json' }

interface Province {
  readonly name: string
  readonly postcodes: ReadonlySet<string>
  readonly cities: ReadonlySet<string>
}

const provinceEnd = /(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/
const cityEnd = /(?:市|地区|盟|.{1,9}自治州)$/

// Short forms are taken only where something is left of the name.
const short = (name: string, end: RegExp) => {
  const cut = name.replace(end, '')
  return cut.length > 1 ? cut : name
}

const provinces = new Map<string, Province>()
const provincesOfCity = new Map<string, string[]>()
for (const row of table.provinces) {
  const names = row.cities.flatMap((city) => [city, short(city, cityEnd)])
  const ends = row.name.endsWith('市') ? [row.name, short(row.name, provinceEnd), '市辖区', '县'] : []
  const province = { name: row.name, postcodes: new Set(row.postcodes), cities: new Set([...names, ...ends]) }
  provinces.set(row.name, province)
  provinces.set(short(row.name, provinceEnd), province)
  for (const city of province.cities) provincesOfCity.set(city, [...(provincesOfCity.get(city) ?? []), row.name])
}

/** A province of the mainland, with or without 省, 市 or 自治区. */
export function provinceOf(name: string): Province | undefined {
  return provinces.get(name)
}

/** Full names of the provinces that have a city of this name. */
export function provincesWith(city: string): readonly string[] {
  return provincesOfCity.get(city) ?? []
}
