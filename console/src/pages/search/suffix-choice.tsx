import { lazy, Suspense, useState } from 'react'
import type { Suffix } from '../../api/types.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { allSold } from './all-sold.ts'

// Most visitors never open it.
const SuffixChooser = lazy(() => import('./suffix-chooser.tsx'))

/** The suffixes offered as chips before the catalogue is read and after it, in this order. */
const usual = ['cn', 'com', '中国', '公司', '网络', '网址', '商标', 'top', 'xyz']
/** More chosen suffixes than these are told by their number. */
const shownAtMost = 12

interface Props {
  /** Those that can be registered, once they are known. */
  offered: readonly Suffix[] | undefined
  chosen: readonly string[]
  onChoose: (suffixes: readonly string[]) => void
}

export function SuffixChoice({ offered, chosen, onChoose }: Props) {
  const [open, setOpen] = useState(false)
  const all = chosen[0] === allSold
  const picked = all ? [] : chosen
  const extra = picked.filter((suffix) => !usual.includes(suffix))
  const shown = usual.filter((suffix) => !offered || offered.some((each) => each.suffix === suffix))
  const chips = [...shown, ...(extra.length <= shownAtMost ? extra : [])]
  return (
    <fieldset className="chips" aria-label={t('search.suffixes')}>
      <Chip text={t('search.usual')} on={chosen.length === 0} onChange={() => onChoose([])} />
      {chips.map((suffix) => (
        <Chip
          key={suffix}
          text={`.${suffix}`}
          on={picked.includes(suffix)}
          onChange={(on) => onChoose(on ? [...picked, suffix] : picked.filter((other) => other !== suffix))}
        />
      ))}
      <Chip
        text={offered ? t('search.allSold', { count: offered.length }) : t('search.allSoldShort')}
        on={all}
        onChange={(on) => onChoose(on ? [allSold] : [])}
      />
      <button type="button" className="link" aria-haspopup="dialog" disabled={!offered} onClick={() => setOpen(true)}>
        {extra.length > shownAtMost ? t('search.chosenSuffixes', { count: picked.length }) : t('search.chooseSuffixes')}
      </button>
      <Link to="/prices">{t('search.allSuffixes')}</Link>
      {open && offered && (
        <Suspense fallback={null}>
          <SuffixChooser
            offered={offered}
            chosen={all ? offered.map(({ suffix }) => suffix) : picked}
            onClose={() => setOpen(false)}
            onChoose={(suffixes) => {
              setOpen(false)
              onChoose(suffixes.length === offered.length ? [allSold] : suffixes)
            }}
          />
        </Suspense>
      )}
    </fieldset>
  )
}

function Chip({ text, on, onChange }: { text: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label className="chip">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      <span>{text}</span>
    </label>
  )
}
