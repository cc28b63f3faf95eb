import type { ReviewTurn } from '../../api/domain-verification.ts'
import { longDate } from '../../i18n/format.ts'
import { t } from '../../i18n/text.ts'
import type { Standing } from './where-it-stands.ts'

const stamps: Record<ReviewTurn, string> = { you: '你', we: '域', provider: '核', registry: '注' }

/** Whose turn it is and until when: the largest sentence of the page. */
export function WhoseTurn({ stands, held, today }: { stands: Standing; held: boolean; today: string }) {
  const { turn, by } = stands
  if (!turn) return null
  const who = t(`nameCheck.turn.${turn}`)
  const sentence = () => {
    if (by) return t(by < today ? 'nameCheck.turnOver' : 'nameCheck.turnBy', { who, date: longDate(by) })
    return held && turn === 'you' ? t('nameCheck.turnHeld', { who }) : who
  }
  return (
    <p className="turn turn--now whose-turn" role="status">
      <i aria-hidden="true">{stamps[turn]}</i>
      {sentence()}
    </p>
  )
}
