import { useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { ComparedRow } from './holder-rows.ts'
import { type Place, placesOn } from './mark-places.ts'
import { type Mark, PaperMarks } from './paper-marks.tsx'
import { PaperPicture } from './paper-picture.tsx'
import type { OpenCase } from './review-queries.ts'
import { useKeys } from './use-keys.ts'

/** The papers of a case, one at a time: larger, turned, the next. */
export function PaperDesk({
  open,
  rows,
  seen,
  onSeen,
}: {
  open: OpenCase
  /** What is compared, in the order of the table beside it. */
  rows: readonly Pick<Mark, 'row' | 'title' | 'different'>[]
  /** Papers that this reviewer has opened. */
  seen: readonly string[]
  onSeen: (paper: string) => void
}) {
  const [at, setAt] = useState(0)
  const [large, setLarge] = useState(false)
  const [turns, setTurns] = useState(0)
  const [red, setRed] = useState(false)
  const [marked, setMarked] = useState(true)
  /** Where marks were moved to, by paper and row. */
  const [places, setPlaces] = useState<Readonly<Record<string, Place>>>({})
  const paper = open.papers[at]
  const show = (next: number) => {
    setAt(next)
    setLarge(false)
    setTurns(0)
    setRed(false)
  }
  useKeys({
    z: () => setLarge(!large),
    t: () => setTurns(turns + 1),
    c: () => setRed(!red),
    l: () => setMarked(!marked),
    p: () => show((at + 1) % Math.max(open.papers.length, 1)),
    escape: () => setLarge(false),
  })
  if (!paper) return <p className="soft">{t('reviews.noPapers')}</p>
  const name = t(`identity.kind.${paper.kind}`)
  const keyOf = (row: ComparedRow) => `${paper.id} ${row}`
  const marksAt = (ratio: number) => {
    const printed = placesOn(paper.kind, ratio)
    return rows.flatMap(({ row, title, different }, index): Mark[] => {
      const at = places[keyOf(row)] ?? printed.get(row)
      return at ? [{ row, number: index + 1, title, different, at }] : []
    })
  }
  const any = marksAt(1).length > 0
  return (
    <>
      <PaperPicture
        key={paper.id}
        reviewCase={open.id}
        paper={paper.id}
        name={name}
        large={large}
        turns={turns}
        red={red}
        over={(ratio) =>
          marked && (
            <PaperMarks
              marks={marksAt(ratio)}
              turns={turns}
              onMove={(row, place) => setPlaces((before) => ({ ...before, [keyOf(row)]: place }))}
            />
          )
        }
        onPick={() => setLarge(!large)}
        onSeen={() => onSeen(paper.id)}
      />
      <div className="mbar">
        <Button size="s" aria-pressed={large} onClick={() => setLarge(!large)}>
          {t('reviews.zoom')} <kbd>Z</kbd>
        </Button>
        <Button size="s" onClick={() => setTurns(turns + 1)}>
          {t('reviews.turn')} <kbd>T</kbd>
        </Button>
        <Button size="s" aria-pressed={red} onClick={() => setRed(!red)}>
          {t('reviews.red')} <kbd>C</kbd>
        </Button>
        {any && (
          <Button size="s" aria-pressed={marked} onClick={() => setMarked(!marked)}>
            {t('reviews.marks')} <kbd>L</kbd>
          </Button>
        )}
        {open.papers.length > 1 && (
          <fieldset className="thumbs">
            <legend className="vh">{t('reviews.papers')}</legend>
            {open.papers.map(({ id, kind }, index) => (
              <Button key={id} size="s" aria-pressed={index === at} onClick={() => show(index)}>
                <State shape={seen.includes(id) ? 'ok' : 'todo'}>{t(`identity.kind.${kind}`)}</State>
              </Button>
            ))}
            <kbd>P</kbd>
          </fieldset>
        )}
      </div>
      <div className="log">
        {paper.findings.length === 0 ? (
          <p>{t('reviews.machineGood')}</p>
        ) : (
          <ul>
            {paper.findings.map((finding) => (
              <li key={finding.rule}>
                <State shape={finding.severity === 'refuse' ? 'fail' : 'you'}>{sentence(finding.message)}</State>{' '}
                <code>{finding.rule}</code>
              </li>
            ))}
          </ul>
        )}
        {marked && any && <p>{t('reviews.marksWhy')}</p>}
        <p>{t('reviews.onRecord')}</p>
      </div>
    </>
  )
}
