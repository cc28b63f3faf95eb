import { Button } from '../../../design/button.tsx'
import { t } from '../../../i18n/text.ts'
import type { Decision } from './use-decisions.ts'

interface Props {
  held: { number: string; decision: Decision }
  onTakeBack: () => void
  onSend: () => void
}

/** The decision that is not sent yet. */
export function HeldBar({ held, onTakeBack, onSend }: Props) {
  return (
    <section className="held" aria-label={t('reviews.held')}>
      <p role="status">{t(held.decision.pass ? 'reviews.heldPass' : 'reviews.heldRefuse', { number: held.number })}</p>
      <Button size="s" onClick={onTakeBack}>
        {t('reviews.takeBack')} <kbd>U</kbd>
      </Button>
      <Button size="s" look="text" onClick={onSend}>
        {t('reviews.sendNow')}
      </Button>
    </section>
  )
}
