import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Suffix } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import type { CatalogChange } from './catalog-queries.ts'
import { standingOf } from './standing.ts'
import { stateOfSuffix } from './suffix-state.ts'

interface Props {
  suffixes: Suffix[]
  changes: CatalogChange[]
  today: string
}

/** Only the rows near the window are in the page; a row of nothing above and below holds the place of the others. */
export function CatalogTable({ suffixes, changes, today }: Props) {
  const table = useRef<HTMLTableElement>(null)
  const [margin, setMargin] = useState(0)
  useLayoutEffect(() => setMargin(topOf(table.current)), [])
  const rows = useWindowVirtualizer({
    count: suffixes.length,
    estimateSize: () => 48,
    overscan: 12,
    scrollMargin: margin,
    getItemKey: (index) => suffixes[index]?.ascii ?? index,
  })
  const visible = rows.getVirtualItems()
  const above = (visible[0]?.start ?? margin) - margin
  const below = rows.getTotalSize() - ((visible.at(-1)?.end ?? margin) - margin)
  return (
    <table className="tbl tbl--cards catalog" ref={table} aria-rowcount={suffixes.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col">{t('prices.suffix')}</th>
          <th scope="col">{t('prices.meaning')}</th>
          <th scope="col" className="num">
            {t('prices.first')}
          </th>
          <th scope="col" className="num">
            {t('prices.renew')}
          </th>
          <th scope="col" className="num">
            {t('prices.transfer')}
          </th>
          <th scope="col">{t('operator.state')}</th>
        </tr>
      </thead>
      <tbody>
        {above > 0 && <Space height={above} />}
        {visible.map(({ key, index }) => {
          const suffix = suffixes[index]
          return (
            suffix && (
              <tr key={key} data-index={index} ref={rows.measureElement} aria-rowindex={index + 2}>
                <SuffixCells suffix={suffix} changes={changes} today={today} />
              </tr>
            )
          )
        })}
        {below > 0 && <Space height={below} />}
      </tbody>
    </table>
  )
}

function SuffixCells({ suffix, changes, today }: { suffix: Suffix; changes: CatalogChange[]; today: string }) {
  const { shape, text } = stateOfSuffix(suffix)
  const own = changes.filter((change) => change.suffix === suffix.suffix).map((change) => standingOf(change, today))
  const waiting = (['draft', 'coming'] as const).filter((standing) => own.includes(standing))
  return (
    <>
      <th scope="row" className="sfx">
        <Link to="/operator/catalog/$suffix" params={{ suffix: suffix.suffix }} title={`.${suffix.ascii}`}>
          .{suffix.suffix}
        </Link>
      </th>
      <td className="mean">{sentence(suffix.meaning)}</td>
      <td className="num" data-l={t('prices.first')}>
        {price(suffix.priceFen.register)}
      </td>
      <td className="num" data-l={t('prices.renew')}>
        {price(suffix.priceFen.renew)}
      </td>
      <td className="num" data-l={t('prices.transfer')}>
        {price(suffix.priceFen.transfer)}
      </td>
      <td className="state">
        <State shape={shape}>{t(text)}</State>
        {waiting.map((standing) => (
          <State key={standing} shape={standing === 'draft' ? 'todo' : 'wait'}>
            {t(`operator.has.${standing}`, { count: own.filter((each) => each === standing).length })}
          </State>
        ))}
      </td>
    </>
  )
}

function Space({ height }: { height: number }) {
  return (
    <tr className="space">
      <td colSpan={6} style={{ height }} />
    </tr>
  )
}

function topOf(element: HTMLElement | null): number {
  return element === null ? 0 : element.getBoundingClientRect().top + window.scrollY
}
