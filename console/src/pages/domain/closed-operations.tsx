import type { Domain } from '../../api/types.ts'
import { Cite } from '../../design/cite.tsx'
import { State } from '../../design/state.tsx'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

export function ClosedOperations({ closed }: { closed: Domain['closed'] }) {
  const findings = closed.flatMap((each) => (each.finding ? [each.finding] : []))
  const once = findings.filter((finding, index) => findings.findIndex((other) => other.rule === finding.rule) === index)
  return (
    <section className="sec">
      <h2>
        {t('domain.closed')}
        <small>
          {t('domain.closedCount', { count: new Set(closed.flatMap(({ operations }) => operations)).size })}
        </small>
      </h2>
      {closed.length === 0 ? (
        <State shape="ok">{t('domain.nothingClosed')}</State>
      ) : (
        <table className="tbl tbl--cards">
          <thead>
            <tr>
              <th scope="col">{t('confirm.acts')}</th>
              <th scope="col">{t('domain.why')}</th>
              <th scope="col">{t('domain.until')}</th>
            </tr>
          </thead>
          <tbody>
            {closed.map((each) => (
              <tr key={each.finding?.rule}>
                <th scope="row">
                  <State shape="no">{sentence(each.operation)}</State>
                </th>
                <td className="full">{sentence(each.why)}</td>
                <td className="full" data-l={t('domain.untilShort')}>
                  {sentence(each.until) || t('domain.untilUnknown')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {once.map((finding) => (
        <Cite key={finding.rule} finding={finding} />
      ))}
    </section>
  )
}
