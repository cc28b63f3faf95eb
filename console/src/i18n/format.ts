import { locale } from './locale.ts'

const zone = 'Asia/Shanghai'
const tag = () => (locale() === 'zh' ? 'zh-CN' : 'en-GB')

/** ¥1,524 for a price in the catalogue, ¥58.00 for a sum that is paid. */
export function money(fen: number, exact = true): string {
  const yuan = Math.abs(fen) / 100
  const digits = exact || fen % 100 !== 0 ? 2 : 0
  const figure = yuan.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
  return `${fen < 0 ? '−' : ''}¥${figure}`
}

/** A dash where nothing is known. */
export const price = (fen: number | null) => (fen === null ? '–' : money(fen, false))

export const count = (n: number) => n.toLocaleString('en-US')

/** 2027年11月24日（周三） / Wed 24 Nov 2027 for a date or an instant, in China time. */
export function longDate(value: string): string {
  const date = toDate(value)
  if (locale() === 'en')
    return part(date, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).replace(',', '')
  return `${part(date, { year: 'numeric', month: 'long', day: 'numeric' })}（${part(date, { weekday: 'short' })}）`
}

export const shortDate = (value: string) =>
  part(toDate(value), { month: locale() === 'zh' ? 'long' : 'short', day: 'numeric' })

/** 三 / Wed. */
export const weekday = (day: string) => part(toDate(day), { weekday: locale() === 'zh' ? 'narrow' : 'short' })

export const clockTime = (instant: string, seconds = true) =>
  part(new Date(instant), {
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
    hourCycle: 'h23',
  })

export function dayAndTime(instant: string): string {
  return `${shortDate(instant)} ${clockTime(instant, false)}`
}

/** YYYY-MM-DD of an instant in China. */
export function chinaDay(instant: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(instant))
}

/** YYYY-MM-DD, some days before another. */
export function daysBefore(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - count * 86_400_000).toISOString().slice(0, 10)
}

function part(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(tag(), { timeZone: zone, ...options }).format(date)
}

function toDate(value: string): Date {
  return new Date(value.length === 10 ? `${value}T12:00:00+08:00` : value)
}
