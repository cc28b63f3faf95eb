import { State } from '../../../design/state.tsx'
import { sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { useCertificateTitle } from './certificate-title.ts'
import type { HolderRow } from './holder-rows.ts'
import type { OpenCase } from './review-queries.ts'

interface Props {
  holder: OpenCase['holder']
  /** Rows that a chosen reason is about. */
  differing: readonly (HolderRow | undefined)[]
}

/** What the holder declared, numbered in the order in which a paper is read. */
export function HolderTable({ holder, differing }: Props) {
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
          <th scope="col">
            <span className="vh">{t('reviews.number')}</span>
          </th>
          <th scope="col">{t('reviews.item')}</th>
          <th scope="col">{t('reviews.declared')}</th>
          <th scope="col">{t('reviews.compared')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ row, said, also }, index) => (
          <tr key={row} className={differing.includes(row) ? 'diff' : undefined}>
            <td>
              <span className="n">{index + 1}</span>
            </td>
            <th scope="row">{t(`reviews.row.${row}`)}</th>
            <td>
              {said}
              {also && <small>{sentence(also)}</small>}
            </td>
            <td className="verdict">{differing.includes(row) && <State shape="fail">{t('reviews.differs')}</State>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
