import { Fragment, useState } from 'react'
import { Button } from '../../../design/button.tsx'
import { Dialog } from '../../../design/dialog.tsx'
import { t } from '../../../i18n/text.ts'
import { keysAreOn, turnKeys, useKeys } from './use-keys.ts'

const keys = [
  { caps: ['J', 'K'], what: 'move' },
  { caps: ['Z'], what: 'zoom' },
  { caps: ['T'], what: 'turn' },
  { caps: ['C'], what: 'red' },
  { caps: ['L'], what: 'marks' },
  { caps: ['P'], what: 'paper' },
  { caps: ['1', '8'], what: 'reason' },
  { caps: ['/'], what: 'find' },
  { caps: ['M'], what: 'remark' },
  { caps: ['S'], what: 'allSame' },
  { caps: ['N'], what: 'number' },
  { caps: ['A'], what: 'pass' },
  { caps: ['R'], what: 'refuse' },
  { caps: ['E'], what: 'escalate' },
  { caps: ['U'], what: 'takeBack' },
  { caps: ['Esc'], what: 'leave' },
  { caps: ['?'], what: 'all' },
] as const

const always: readonly string[] = ['move', 'zoom', 'reason', 'pass', 'refuse']

/** The keys of the desk: the most used in sight, all of them at `?`, where they can be turned off too (WCAG 2.1.4). */
export function KeysHelp() {
  const [open, setOpen] = useState(false)
  const [on, setOn] = useState(keysAreOn)
  useKeys({ '?': () => setOpen(true) })
  return (
    <div className="keys">
      {on &&
        keys
          .filter(({ what }) => always.includes(what))
          .map(({ caps, what }) => (
            <span key={what}>
              <Caps caps={caps} />
              {t(`reviews.key.${what}`)}
            </span>
          ))}
      <Button size="s" look="text" onClick={() => setOpen(true)}>
        <kbd>?</kbd> {t('reviews.key.all')}
      </Button>
      <Dialog title={t('reviews.keys')} open={open} onClose={() => setOpen(false)}>
        <dl className="facts key-list">
          {keys.map(({ caps, what }) => (
            <div key={what}>
              <dt>
                <Caps caps={caps} />
              </dt>
              <dd>{t(`reviews.key.${what}`)}</dd>
            </div>
          ))}
        </dl>
        <label className="tick">
          <input
            type="checkbox"
            checked={on}
            onChange={(event) => {
              turnKeys(event.target.checked)
              setOn(event.target.checked)
            }}
          />
          {t('reviews.keysOn')}
        </label>
        <div className="acts">
          <Button look="ink" onClick={() => setOpen(false)}>
            {t('close')}
          </Button>
        </div>
      </Dialog>
    </div>
  )
}

function Caps({ caps }: { caps: readonly string[] }) {
  const between = caps[0] === '1' ? '–' : ''
  return caps.map((cap, index) => (
    <Fragment key={cap}>
      {index > 0 && between}
      <kbd>{cap}</kbd>
    </Fragment>
  ))
}
