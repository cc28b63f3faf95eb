import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { useCertificateTitle } from './certificate-title.ts'
import type { OpenCase } from './review-queries.ts'

/** What the holder declared, in the order in which a paper is read. */
export function HolderTable({ holder }: { holder: OpenCase['holder'] }) {
  const titleOf = useCertificateTitle()
  const { name, certificate, region, address, phone, email, holderType } = holder
  const rows = [
    { row: 'name', said: name.zh, also: name.en },
    { row: 'kind', said: titleOf(holderType, certificate.kind), also: t(`reviews.holder.${holderType}`) },
    { row: 'number', said: <span className="mono">{certificate.number}</span>, also: '' },
    { row: 'address', said: address.zh, also: address.en },
    { row: 'region', said: region, also: '' },
    { row: 'contact', said: phone, also: email },
  ] as const
  return (
    <table className="tbl tbl--cards cmp">
      <thead>
        <tr>
          <th scope="col">{t('reviews.item')}</th>
          <th scope="col">{t('reviews.declared')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, said, also }) => (
          <tr key={row}>
            <th scope="row">{t(`reviews.row.${row}`)}</th>
            <td>
              {said}
              {also && <small>{sentence(also)}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
