import { Button } from '../../design/button.tsx'
import { t } from '../../i18n/text.ts'

/** A mistake that was seen after the submission need not be waited for. */
export function TakeBack({ busy, onTakeBack }: { busy: boolean; onTakeBack: () => void }) {
  return (
    <div className="acts">
      <Button disabled={busy} onClick={onTakeBack}>
        {t('identity.withdraw')}
      </Button>
      <span className="small soft">{t('identity.withdrawWhy')}</span>
    </div>
  )
}
