import { isId } from '../model/id.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeElement } from '../xml/write.ts'
import type { Part } from './part.ts'
import type { Writing } from './writing.ts'

interface Length {
  readonly min?: number
  readonly max?: number
}

/** A required element with plain text in it. */
function scalar<V>(tag: string, write: (value: V, to: Writing) => void, read: (text: string) => V): Part<V> {
  return {
    tag,
    write(value, to) {
      if (value === undefined) to.missing()
      else write(value, to)
    },
    read(from) {
      const element = from.required(tag)
      try {
        return read(element.text)
      } catch (error) {
        if (error instanceof XmlRejected) error.raw ??= writeElement(element)
        throw error
      }
    },
  }
}

function checkLength(value: string, { min = 1, max = Number.POSITIVE_INFINITY }: Length, to: Writing): void {
  // Schemas count characters, not UTF-16 units.
  const length = value.length <= max && value.length >= min * 2 ? value.length : [...value].length
  if (length < min && length === 0) to.missing()
  else if (length < min)
    to.problem('too-short', { zh: `至少 ${min} 个字符`, en: `At least ${min} characters are needed` })
  if (length > max)
    to.problem('too-long', {
      zh: `最多 ${max} 个字符，现有 ${length} 个`,
      en: `At most ${max} characters; it has ${length}`,
    })
}

export const text = (tag: string, min: number, max?: number): Part<string> => ({
  ...scalar<string>(
    tag,
    (value, to) => {
      checkLength(value, max === undefined ? { min } : { min, max }, to)
      to.text(tag, value)
    },
    (found) => {
      if (found === '') throw new XmlRejected('missing', `${tag} is empty`)
      return found
    },
  ),
  emptyIsNone: true,
})

/** Several values in one element, with ";" between them. */
export const texts = (tag: string, min: number, max: number): Part<readonly string[]> =>
  scalar<readonly string[]>(
    tag,
    (values, to) => {
      const together = values.join(';')
      checkLength(together, { min, max }, to)
      if (values.some((value) => value.includes(';')))
        to.problem('form', { zh: '不得含有分号', en: 'A semicolon would divide it in two' })
      to.text(tag, together)
    },
    (found) =>
      found
        .split(/[;；]/)
        .map((value) => value.trim())
        .filter((value) => value !== ''),
  )

export const id = (tag: string): Part<string> =>
  scalar(
    tag,
    (value, to) => {
      if (!isId(value)) to.problem('form', { zh: '编号须为正整数', en: 'An id is a positive whole number' })
      to.text(tag, value)
    },
    (found) => {
      const digits = found.trim()
      if (!isId(digits)) throw new XmlRejected('value', `${tag} "${digits.slice(0, 40)}" is no id`)
      return digits
    },
  )

export const integer = (tag: string, min: number, max = Number.MAX_SAFE_INTEGER): Part<number> =>
  scalar(
    tag,
    (value, to) => {
      if (!Number.isSafeInteger(value) || value < min || value > max)
        to.problem('out-of-range', {
          zh: `须为 ${min} 到 ${max} 的整数`,
          en: `It must be a whole number from ${min} to ${max}`,
        })
      to.element(tag, String(value))
    },
    (found) => {
      const digits = found.trim()
      if (!/^\d{1,15}$/.test(digits)) throw new XmlRejected('value', `${tag} "${digits.slice(0, 40)}" is no number`)
      return Number(digits)
    },
  )

/** A code of one of the bureau's tables. */
export const code = (tag: string, max = 999): Part<number> => integer(tag, 1, max)
export const area = (tag: string): Part<number> => integer(tag, 100_000)

/** A closed list of the document itself: number on the wire, word in the model. */
export const oneOf = <const W extends string>(tag: string, words: Readonly<Record<number, W>>): Part<W> =>
  scalar<W>(
    tag,
    (value, to) => {
      const found = Object.entries(words).find(([, word]) => word === value)
      if (found) to.element(tag, found[0])
      else to.problem('form', { zh: '此接口没有这个取值', en: 'This interface has no such value' })
    },
    (found) => {
      const word = words[Number(found.trim())]
      if (word === undefined)
        throw new XmlRejected('value', `${tag} "${found.slice(0, 40)}" is none of ${Object.keys(words)}`)
      return word
    },
  )

/** A calendar day, YYYY-MM-DD; the schema only counts to ten. */
export const day = (tag: string): Part<string> =>
  scalar(
    tag,
    (value, to) => {
      if (!isDay(value)) to.problem('form', { zh: '日期须写作 YYYY-MM-DD', en: 'A date is written YYYY-MM-DD' })
      to.text(tag, value)
    },
    (found) => {
      const value = found.trim()
      if (!isDay(value.slice(0, 10))) throw new XmlRejected('value', `${tag} "${value.slice(0, 40)}" is no date`)
      return value.slice(0, 10)
    },
  )

/** What a bureau writes for a moment: a day, or a day and a time of China, 10 to 22 characters. */
export const moment = (tag: string): Part<string> =>
  scalar(
    tag,
    (value, to) => {
      if (!isMoment(value))
        to.problem('form', { zh: '时间须写作 YYYY-MM-DD HH:MM:SS', en: 'A time is written YYYY-MM-DD HH:MM:SS' })
      to.text(tag, value)
    },
    (found) => {
      const value = found.trim()
      if (!isDay(value.slice(0, 10))) throw new XmlRejected('value', `${tag} "${value.slice(0, 40)}" is no time`)
      return value
    },
  )

const isMoment = (value: string): boolean =>
  isDay(value.slice(0, 10)) && (value.length === 10 || /^[ T]\d{2}:\d{2}(:\d{2}(\.\d{1,2})?)?$/.test(value.slice(10)))

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const date = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value)
}

/** IPv4 as an unsigned number, most significant byte first: 192.0.2.10 is 3221225994. */
export const ipv4 = (tag: string): Part<string> =>
  scalar(
    tag,
    (value, to) => {
      if (value.includes(':'))
        to.problem('unsupported', {
          zh: '此版本接口只能报送 IPv4 地址',
          en: 'This version of the interface carries IPv4 addresses only',
        })
      const number = ipv4Number(value)
      if (number === undefined || number === 0)
        to.problem('form', { zh: '不是有效的 IPv4 地址', en: 'It is no IPv4 address' }, 1006)
      else to.element(tag, String(number))
    },
    (found) => ipv4Text(found.trim(), tag),
  )

export function ipv4Number(value: string): number | undefined {
  const parts = value.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256))
    return undefined
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0)
}

function ipv4Text(digits: string, tag: string): string {
  const number = Number(digits)
  if (!/^\d{1,10}$/.test(digits) || number > 0xffff_ffff)
    throw new XmlRejected('value', `${tag} "${digits.slice(0, 40)}" is no IPv4 number`)
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255].join('.')
}

/** Bytes in base64; limits are of the base64 text, as the interface measures them. */
export const base64 = (tag: string, largest?: number): Part<Uint8Array> =>
  scalar(
    tag,
    (value, to) => {
      const encoded = Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64')
      if (encoded === '') to.missing()
      if (largest !== undefined && encoded.length > largest)
        to.problem(
          'too-large',
          {
            zh: `附件编码后 ${encoded.length} 字节，上限 ${largest}，请先压缩`,
            en: `The attachment has ${encoded.length} bytes in base64, the limit is ${largest}: make it smaller first`,
          },
          5010,
        )
      to.element(tag, encoded)
    },
    (found) => {
      const compact = found.replace(/[\t\n\r ]+/g, '')
      if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(compact))
        throw new XmlRejected('value', `${tag} is not base64`)
      return new Uint8Array(Buffer.from(compact, 'base64'))
    },
  )
