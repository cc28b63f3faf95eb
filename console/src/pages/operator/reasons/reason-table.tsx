import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import type { Reason } from './reason-list.ts'
import { titleOf } from './reason-title.ts'

/** Reasons with what the customer reads of each. */
export function ReasonTable({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <table className="tbl tbl--cards reasons">
      <thead>
        <tr>
          <th scope="col">{t('reasons.name')}</th>
          <th scope="col">{t('reasons.cause')}</th>
          <th scope="col">{t('reasons.remedy')}</th>
        </tr>
      </thead>
      <tbody>
        {reasons.map((reason) => (
          <tr key={reason.id}>
            <th scope="row">
              {titleOf(reason)}
              <code>{reason.id}</code>
            </th>
            <td className="full">{sentence(reason.cause)}</td>
            <td className="full">
              {sentence(reason.remedy)}
              {reason.path && <small>{t(`reasons.path.${reason.path}`)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
