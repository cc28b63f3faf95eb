import { useState } from 'react'
import type { Suffix } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { price } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import { suffixMatches } from './suffix-matches.ts'
import './suffix-chooser.css'

const kinds = ['china', 'generic', 'restricted'] as const

interface Props {
  offered: readonly Suffix[]
  chosen: readonly string[]
  onChoose: (suffixes: readonly string[]) => void
  onClose: () => void
}

/** Every suffix that can be registered, in groups, with a box to find one (S1-10). */
export default function SuffixChooser({ offered, chosen, onChoose, onClose }: Props) {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen))
  const [text, setText] = useState('')
  const found = offered.filter((suffix) => suffixMatches(suffix, text))
  const put = (suffixes: readonly Suffix[], on: boolean) =>
    setPicked((before) => {
      const next = new Set(before)
      for (const { suffix } of suffixes) on ? next.add(suffix) : next.delete(suffix)
      return next
    })
  const inOrder = offered.map(({ suffix }) => suffix).filter((suffix) => picked.has(suffix))
  return (
    <Dialog title={t('chooser.title')} open onClose={onClose}>
      <div className="chooser">
        <label className="vh" htmlFor="chooser-find">
          {t('chooser.find')}
        </label>
        <input
          className="in"
          id="chooser-find"
          type="search"
          value={text}
          placeholder={t('chooser.findExample')}
          onChange={(event) => setText(event.target.value)}
        />
        <p className="small muted" role="status">
          {t('chooser.count', { found: found.length, picked: picked.size })}
        </p>
        <div className="chooser-groups">
          {kinds.map((kind) => {
            const group = found.filter((suffix) => suffix.kind === kind)
            if (group.length === 0) return null
            const whole = group.every(({ suffix }) => picked.has(suffix))
            return (
              <fieldset key={kind}>
                <legend>
                  {t(`chooser.kind.${kind}`)}
                  <button type="button" className="link" onClick={() => put(group, !whole)}>
                    {t(whole ? 'chooser.noneOf' : 'chooser.allOf', { count: group.length })}
                  </button>
                </legend>
                <div className="chips">
                  {group.map((suffix) => (
                    <label className="chip" key={suffix.suffix}>
                      <input
                        type="checkbox"
                        checked={picked.has(suffix.suffix)}
                        onChange={(event) => put([suffix], event.target.checked)}
                      />
                      <span>
                        <b className="sx">.{suffix.suffix}</b>
                        <small>{price(suffix.priceFen.register)}</small>
                      </span>
                    </label>
                  ))}
                </div>
              </fieldset>
            )
          })}
          {found.length === 0 && <p className="muted">{t('chooser.nothing')}</p>}
        </div>
        <div className="acts">
          <Button look="text" onClick={() => setPicked(new Set())}>
            {t('chooser.clear')}
          </Button>
          <Button look="ink" onClick={() => onChoose(inOrder)}>
            {t(picked.size === 0 ? 'chooser.useUsual' : 'chooser.use', { count: picked.size })}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
