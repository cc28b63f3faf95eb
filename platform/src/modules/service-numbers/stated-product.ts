import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { CsvUnreadable } from './errors.ts'
import { productKinds } from './product-kinds.ts'

const line = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** A product as its seller states it. */
const statedProduct = z.strictObject({
  /** Its id where it is sold. */
  id: line,
  /** Account to which it belongs; the hoster's own when absent. */
  owner: z.uuid().optional(),
  kind: z.enum(productKinds),
  name: line,
  region: z.enum(['mainland', 'abroad']),
  billing: z.enum(['prepaid', 'pay-as-you-go']).optional(),
  /** Bought and renewed in all. */
  months: z.int().min(0).max(1_200).optional(),
  fen: z.int().min(0).max(10_000_000_000).optional(),
  publicIp: z.boolean().optional(),
  ips: z
    .array(z.union([z.ipv4(), z.ipv6()]))
    .max(50)
    .default([]),
  /** Province of the machine room. */
  place: line.optional(),
  endsOn: z.iso.date().optional(),
})
export type StatedProduct = z.output<typeof statedProduct>
export const statedProducts = z.array(statedProduct).min(1).max(1_000)

const numbers = new Set(['months', 'fen'])

/** Products of a CSV whose first line names the fields; `ips` are parted by spaces. @throws CsvUnreadable, which names the line */
export function productsOfCsv(text: string): StatedProduct[] {
  const rows = rowsOf(text)
  return rows.map((row, at) => {
    const stated = Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== '')
        .map(([field, value]) => [field, typedValue(field, value)]),
    )
    const read = statedProduct.safeParse(stated)
    if (read.success) return read.data
    const fields = [...new Set(read.error.issues.map(({ path, message }) => path.join('.') || message))].join(', ')
    throw CsvUnreadable({ detail: { zh: `第${at + 2}行：${fields}`, en: `Line ${at + 2}: ${fields}` } })
  })
}

function rowsOf(text: string): Record<string, string>[] {
  try {
    const rows = parse<Record<string, string>>(text, {
      columns: true,
      bom: true,
      trim: true,
      skip_empty_lines: true,
      to: 1_001,
    })
    if (rows.length > 0 && rows.length <= 1_000) return rows
  } catch (cause) {
    throw CsvUnreadable({ cause })
  }
  throw CsvUnreadable({ detail: { zh: '一次1到1000个产品', en: 'From 1 to 1,000 products at a time' } })
}

function typedValue(field: string, value: string): unknown {
  if (numbers.has(field)) return /^\d+$/.test(value) ? Number(value) : value
  if (field === 'publicIp') return value === 'true' ? true : value === 'false' ? false : value
  return field === 'ips' ? value.split(/\s+/) : value
}
