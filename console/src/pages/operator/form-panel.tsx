import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import type { CatalogPatch } from './catalog-queries.ts'
import { fieldTitle, showValue } from './show-value.ts'
import { valueAt } from './suffix-fields.ts'

interface Props {
  record: object
  patch: CatalogPatch
  changed: readonly string[]
  note: string
  noteError: string | undefined
  onNote: (note: string) => void
  busy: boolean
}

/** What the draft would say so far, why, and the button that keeps it. */
export function FormPanel({ record, patch, changed, note, noteError, onNote, busy }: Props) {
  return (
    <aside className="panel change-panel" aria-label={t('operator.thisChange')}>
      <h2>{t('operator.thisChange')}</h2>
      {changed.length === 0 ? (
        <p className="soft small">{t('operator.nothingYet')}</p>
      ) : (
        <ul className="turns">
          {changed.map((name) => (
            <li key={name}>
              <span>{fieldTitle(name)}</span>
              <del>{showValue(name, valueAt(record, name))}</del> <ins>{showValue(name, valueAt(patch, name))}</ins>
            </li>
          ))}
        </ul>
      )}
      <TextField
        id="change-note"
        label={t('operator.note')}
        help={t('operator.noteHelp')}
        required
        maxLength={500}
        value={note}
        error={noteError}
        onChange={(event) => onNote(event.target.value)}
      />
      <div className="acts">
        <Button look="ink" type="submit" disabled={busy} full>
          {t(busy ? 'signIn.busy' : 'operator.saveDraft')}
        </Button>
      </div>
      <p className="help">{t('operator.saveWhy')}</p>
    </aside>
  )
}
