import type { CSSProperties } from 'react'
import type { Suffix } from '../../api/types.ts'
import { type Shape, State } from '../../design/state.tsx'
import { price } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { SuffixFacts } from './suffix-facts.tsx'

interface Props {
  suffix: Suffix
  most: number
  open: boolean
  onToggle: () => void
}

export function PriceRow({ suffix, most, open, onToggle }: Props) {
  const { priceFen, supports } = suffix
  const id = `facts-${suffix.ascii}`
  const realName = realNameState(suffix)
  return (
    <>
      <tr className={open ? 'hot' : undefined}>
        <th scope="row">
          <button
            type="button"
            className="btn btn--text btn--s sfx"
            aria-expanded={open}
            aria-controls={open ? id : undefined}
            onClick={onToggle}
            title={suffix.ascii === suffix.suffix ? undefined : `.${suffix.ascii}`}
          >
            .{suffix.suffix}
          </button>
        </th>
        <td className="mean soft">{sentence(suffix.meaning)}</td>
        <td className="num first">
          <b>{supports.register ? price(priceFen.register) : <span className="no">{t('prices.closed')}</span>}</b>
        </td>
        <td className="num ren" data-l={t('prices.renewShort')}>
          {orDash(priceFen.renew)}
        </td>
        <td className="num tr">{orDash(supports.transfer ? priceFen.transfer : null)}</td>
        <td className="num tenc">
          <span className="ten">
            <i style={{ '--v': suffix.tenYearFen === null ? 0 : (suffix.tenYearFen / most) * 100 } as CSSProperties} />
            <span>{orDash(suffix.tenYearFen)}</span>
          </span>
        </td>
        <td className="idc" data-l={t('prices.realName')}>
          <State shape={realName.shape}>{realName.text}</State>
        </td>
        <td className="han" data-l={t('prices.hanColumn')}>
          <State shape={suffix.idn === null ? 'todo' : suffix.idn ? 'ok' : 'no'}>
            {t(suffix.idn === null ? 'prices.unknown' : suffix.idn ? 'prices.can' : 'prices.cannot')}
          </State>
        </td>
      </tr>
      {open && (
        <tr className="detail" id={id}>
          <td colSpan={8}>
            <SuffixFacts suffix={suffix} />
          </td>
        </tr>
      )}
    </>
  )
}

export function realNameState(suffix: Suffix): { shape: Shape; text: string } {
  if (suffix.realName === 'not-required') return { shape: 'off', text: t('prices.realName.no') }
  if (suffix.realName === 'unknown') return { shape: 'todo', text: t('prices.unknown') }
  if (suffix.flow === 'trademark') return { shape: 'you', text: t('prices.realName.trademark') }
  if (suffix.flow === 'personal-name') return { shape: 'you', text: t('prices.realName.name') }
  if (suffix.flow === 'gov') return { shape: 'you', text: t('prices.realName.gov') }
  return { shape: 'ok', text: t(suffix.templateCovers === true ? 'prices.realName.once' : 'prices.realName.yes') }
}

function orDash(fen: number | null) {
  return fen === null ? <span className="no">–</span> : price(fen)
}
