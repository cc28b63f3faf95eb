import type { CSSProperties } from 'react'
import type { Domain, LifePhase } from '../api/types.ts'
import type { TextKey } from '../i18n/dictionary.ts'
import { longDate, shortDate } from '../i18n/format.ts'
import { t } from '../i18n/text.ts'

const known: Record<string, TextKey> = {
  use: 'life.active',
  grace: 'life.grace',
  redemption: 'life.redemption',
  delete: 'life.deleted',
}
const days = (from: string, to: string) => Math.max(0, (Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The day on which a phase begins; how long it lasts where only that is known. */
function begins({ from, days }: LifePhase, say: (date: string) => string): string {
  if (from !== null) return say(from)
  return days === null ? t('life.dayUnknown') : t('life.lasts', { count: days })
}

/** From the first day to the last. The years of use are drawn shorter than they are, so that the short phases stay readable. */
export function LifeBar({ life }: { life: Domain['life'] }) {
  const phases = life.phases.length > 0 ? life.phases : [{ key: 'use', from: life.from, to: life.expires, days: null }]
  const widths = phases.map((phase, index) => (index === 0 ? 66 : Math.max(9, Math.min(14, (phase.days ?? 27) / 3))))
  const total = widths.reduce((sum, width) => sum + width, 0)
  const first = phases[0]
  const used = first
    ? Math.min(100, (days(life.from, life.today) / Math.max(1, days(life.from, life.expires))) * 100)
    : 0
  const label = [
    ...phases.map((phase) => `${t(known[phase.key] ?? 'life.other')} ${begins(phase, longDate)}`),
    `${t('life.today')} ${longDate(life.today)}`,
  ].join(t('semicolon'))
  const small = phases.map((_, index) => (index === 0 ? 10 : 7))
  const smallTotal = small.reduce((sum, width) => sum + width, 0)
  const style = {
    '--cols': widths.map((width) => `${width}fr`).join(' '),
    '--cols-s': small.map((width) => `${width}fr`).join(' '),
    '--mark': `${(used * (widths[0] ?? 1)) / total}%`,
    '--mark-s': `${(used * (small[0] ?? 1)) / smallTotal}%`,
    '--used': `${used}%`,
    '--now': `${Math.min(88, Math.max(8, (used * (widths[0] ?? 1)) / total))}%`,
    '--now-s': `${Math.min(76, Math.max(22, (used * (small[0] ?? 1)) / smallTotal))}%`,
  } as CSSProperties
  return (
    <div className="life" role="img" aria-label={label} style={style}>
      <b>
        {t('life.today')}
        {'\u2003'}
        {shortDate(life.today)}
      </b>
      <i className="mark" />
      <div className="track">
        {phases.map((phase, index) => (
          <i key={phase.key} className={index === 0 ? 'used' : phase.key === 'delete' ? 'deleted' : phase.key} />
        ))}
      </div>
      <ol>
        {phases.map((phase, index) => (
          <li key={phase.key}>
            {t(known[phase.key] ?? 'life.other')}
            <small>
              {begins(phase, (date) => t('life.from', { date: index === 0 ? date : date.slice(5) }))}
              {index > 0 && phase.days === null && <> {t('life.daysUnknown')}</>}
            </small>
          </li>
        ))}
      </ol>
    </div>
  )
}
