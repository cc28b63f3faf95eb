import type { Filing } from '../../api/filing.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { endingOf } from './outcome-words.ts'
import { provinceName } from './rules/province-name.ts'

interface Props {
  filing: Filing
  open: boolean
  onClose: () => void
  onSubmit: () => void
}

function nextOf(type: string) {
  if (type === 'claim') return 'filing.claim.next'
  return endingOf(type) ? 'filing.end.next' : 'filing.submitNext'
}

/** 提交备案 asks once more (S3-50): what is handed in, what comes next, and that it cannot be changed meanwhile. */
export function SubmitDialog({ filing, open, onClose, onSubmit }: Props) {
  return (
    <Dialog title={t('filing.submitThis', { type: sentence(filing.typeName) })} open={open} alert onClose={onClose}>
      <div className="stack">
        <p>
          <b className="sx">{filing.title || filing.number}</b>
          {filing.province && `${t('comma')}${t('filing.course.bureau', { province: provinceName(filing.province) })}`}
        </p>
        <p>{t(nextOf(filing.type))}</p>
        <div className="acts">
          <Button onClick={onClose}>{t('filing.submitNotYet')}</Button>
          <Button look="main" onClick={onSubmit}>
            {t('filing.submitSure')}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
