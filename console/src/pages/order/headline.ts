import type { Order } from '../../api/types.ts'
import { locale } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十']
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** One sentence for the whole order: 三个名字，两个已是你的，一个还在办。 */
export function headlineOf(order: Order): string {
  if (order.state === 'awaiting-payment') return t('order.head.waiting')
  if (order.state === 'closed') return t('order.head.closed')
  const many = (states: string[]) => order.lines.filter((line) => states.includes(line.state)).length
  const won = many(['succeeded'])
  const lost = many(['failed', 'refunded'])
  const running = order.lines.length - won - lost
  if (won === order.lines.length)
    return t(order.kind === 'renew' ? 'order.head.allRenewed' : 'order.head.allWon', { count: won, n: say(won) })
  const parts = [t('order.head.all', { count: order.lines.length, n: say(order.lines.length) })]
  if (won > 0)
    parts.push(t(order.kind === 'renew' ? 'order.head.renewed' : 'order.head.won', { count: won, n: say(won) }))
  if (running > 0) parts.push(t('order.head.running', { count: running, n: say(running) }))
  if (lost > 0) parts.push(t('order.head.lost', { count: lost, n: say(lost) }))
  const sentence = parts.join(t('comma'))
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}${t('stop')}`
}

function say(n: number): string {
  return (locale() === 'zh' ? numerals : words)[n] ?? String(n)
}
