/** Letter after the running number, by kind of service. */
const letters = { website: '', app: 'A', 'mini-program': 'X', 'quick-app': 'K' } as const

export interface FilingNumber {
  /** One character for the province, such as 京. */
  readonly province: string
  /** Digits of the subject, leading zeros kept. */
  readonly digits: string
  /** Absent in the number of a subject. */
  readonly service?: { readonly kind: keyof typeof letters; readonly index: number }
}

/** Provinces by the character of their numbers (icpAbbr of the provinces' table). */
export const numberProvinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝蜀黔滇藏陕陇青宁新'

const form = new RegExp(`^([${numberProvinces}川贵云甘])ICP([备证])(\\d{6,10})号(?:-(\\d{1,5})([AXK]?))?$`)
// Some write the other short name of these provinces.
const otherNames: Readonly<Record<string, string>> = { 川: '蜀', 贵: '黔', 云: '滇', 甘: '陇' }
const kinds = new Map(Object.entries(letters).map(([kind, letter]) => [letter, kind as keyof typeof letters]))

/**
 * Reads 京ICP备12345678号, 京ICP备12345678号-1, -1A (App), -1X (mini-program) and -1K (quick app), as people write them:
 * wide characters, small letters and spaces do not count. undefined when it is not the number of a filing.
 */
export function parseFilingNumber(text: string): FilingNumber | undefined {
  const folded = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐‑‒–—−]/g, '-')
    .toUpperCase()
  const found = form.exec(folded)
  if (!found) return undefined
  const [, province = '', letter, digits = '', index, suffix = ''] = found
  if (letter === '证') return undefined
  const subject = { province: otherNames[province] ?? province, digits }
  if (index === undefined) return subject
  const kind = kinds.get(suffix as (typeof letters)[keyof typeof letters])
  const number = Number(index)
  return kind === undefined || number === 0 ? undefined : { ...subject, service: { kind, index: number } }
}

export function formatFilingNumber({ province, digits, service }: FilingNumber): string {
  const subject = `${province}ICP备${digits}号`
  return service === undefined ? subject : `${subject}-${service.index}${letters[service.kind]}`
}

/** The number of the subject in the number of any of its services. */
export function subjectNumber({ province, digits }: FilingNumber): FilingNumber {
  return { province, digits }
}
