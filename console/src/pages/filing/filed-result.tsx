import type { FiledResult } from '../../api/filing.ts'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'

const shapes = { setting: 'run', set: 'ok', left: 'you', failed: 'you', owner: 'you' } as const

/** 下号: what goes to the foot of the page, and the records that may be set now (S3-78). */
export function FiledResultOf({ result }: { result: FiledResult }) {
  return (
    <>
      <h3>{t('filing.footer')}</h3>
      <pre className="raw">{result.footer.html}</pre>
      {result.records.length > 0 && (
        <>
          <h3>{t('filing.result.records')}</h3>
          <table className="tbl tbl--cards">
            <caption className="vh">{t('filing.result.records')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('filing.result.name')}</th>
                <th scope="col">{t('filing.result.type')}</th>
                <th scope="col">{t('filing.result.value')}</th>
                <th scope="col">{t('filing.result.by')}</th>
              </tr>
            </thead>
            <tbody>
              {result.records.map(({ name, type, value, hosted }) => (
                <tr key={name + type + value}>
                  <th scope="row" className="dn full">
                    {name}
                  </th>
                  <td className="one-line" data-l={t('filing.result.type')}>
                    {type}
                  </td>
                  <td className="full" data-l={t('filing.result.value')}>
                    <code>{value}</code>
                  </td>
                  <td className="full" data-l={t('filing.result.by')}>
                    <State shape={shapes[hosted ?? 'owner']}>{t(`filing.result.${hosted ?? 'owner'}`)}</State>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
