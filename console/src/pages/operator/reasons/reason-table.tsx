import { Button } from '../../../design/button.tsx'
import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { Reason } from './reason-list.ts'
import { titleOf } from './reason-title.ts'

interface Props {
  reasons: readonly Reason[]
  onEdit: (reason: Reason) => void
}

/** Reasons with what the customer reads of each; only our own can be changed. */
export function ReasonTable({ reasons, onEdit }: Props) {
  return (
    <table className="tbl tbl--cards reasons">
      <thead>
        <tr>
          <th scope="col">{t('reasons.name')}</th>
          <th scope="col">{t('reasons.cause')}</th>
          <th scope="col">{t('reasons.remedy')}</th>
          <th scope="col">{t('reasons.from')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={reason.id}>
            <th scope="row">
              {titleOf(reason)}
              {reason.retired && <State shape="off">{t('reasons.retired')}</State>}
              <code>{reason.id}</code>
            </th>
            <td className="full">{sentence(reason.cause)}</td>
            <td className="full">
              {sentence(reason.remedy)}
              {reason.path && <small>{t(`reasons.path.${reason.path}`)}</small>}
            </td>
            <td className="end">
              {reason.own ? (
                <Button
                  size="s"
                  onClick={() => onEdit(reason)}
                  aria-label={t('reasons.editThis', { reason: titleOf(reason) })}
                >
                  {t('reasons.edit')}
                </Button>
              ) : (
                <State shape="lock">{t('reasons.fixed')}</State>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
