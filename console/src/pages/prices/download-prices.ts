import type { Suffix } from '../../api/types.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** Saves the table as CSV in yuan; the mark at its head lets spreadsheets read the Chinese. */
export function downloadPrices(suffixes: Suffix[], on: string): void {
  const head = [
    t('prices.suffix'),
    'ASCII',
    t('prices.meaning'),
    t('prices.first'),
    t('prices.renew'),
    t('prices.transfer'),
    t('prices.restore'),
    t('prices.ten'),
  ]
  const rows = suffixes.map(({ suffix, ascii, meaning, priceFen, supports, tenYearFen }) => [
    `.${suffix}`,
    ascii,
    pick(meaning),
    ...[
      supports.register ? priceFen.register : null,
      priceFen.renew,
      supports.transfer ? priceFen.transfer : null,
      priceFen.restore,
      tenYearFen,
    ].map((fen) => (fen === null ? '' : (fen / 100).toFixed(2))),
  ])
  const csv = `\ufeff${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  link.download = `yuming-prices-${on}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

const cell = (value: string) => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
