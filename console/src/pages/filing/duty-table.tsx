import type { ReactNode } from 'react'
import type { FilingDuty } from '../../api/filing-duties.ts'
import { State } from '../../design/state.tsx'
import { longDate } from '../../i18n/format.ts'
import { locale, sentence } from '../../i18n/locale.ts'
import { knownText, t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { provinceName } from './rules/province-name.ts'

interface Props {
  caption: string
  duties: readonly FilingDuty[]
  act?: (duty: FilingDuty) => ReactNode
}

/** What is to be done about what is filed: what, why and by which rule, how long it is known, until when. */
export function DutyTable({ caption, duties, act }: Props) {
  return (
    <table className="tbl tbl--cards duties">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('filing.duties.what')}</th>
          <th scope="col">{t('filing.duties.why')}</th>
          <th scope="col">{t('filing.duties.due')}</th>
        </tr>
      </thead>
      <tbody>
        {duties.map((duty) => (
          <tr key={duty.id}>
            <th scope="row" className="full">
              {duty.domain ? (
                <Link className="sx" to="/domains/$name" params={{ name: duty.domain }}>
                  {duty.about}
                </Link>
              ) : (
                <span className="sx">{duty.about}</span>
              )}
              <small>
                {sentence(duty.what)}
                {duty.number && ' · '}
                {duty.number && duty.order ? (
                  <Link to="/filings/$number" params={{ number: duty.order }}>
                    {duty.number}
                  </Link>
                ) : (
                  duty.number
                )}
                {duty.province && ` · ${provinceName(duty.province)}`}
              </small>
            </th>
            <td className="full">
              <Why duty={duty} />
            </td>
            <td className="full">
              <State shape={duty.late ? 'fail' : 'you'}>
                {duty.dueOn
                  ? t(duty.late ? 'filing.duties.over' : 'filing.duties.by', { on: longDate(duty.dueOn) })
                  : '–'}
              </State>
              <small>
                {duty.knownForDays === 0
                  ? t('filing.duties.foundToday')
                  : t('filing.duties.age', { count: duty.knownForDays })}
              </small>
              {act?.(duty)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Why({ duty: { finding, source, words, again, fields, foundBy } }: { duty: FilingDuty }) {
  const list = locale() === 'zh' ? '、' : ', '
  const changed = fields.map((field) => knownText(`filing.duties.field.${field}`) ?? field)
  return (
    <>
      {finding ? sentence(finding.message) : words ? `“${words}”` : t(`filing.duties.found.${foundBy}`)}
      {again.map((one) => (
        <small key={one.on + one.words}>
          {t('filing.duties.again', { on: longDate(one.on) })}
          {one.words !== '' && `${locale() === 'zh' ? '：' : ': '}“${one.words}”`}
        </small>
      ))}
      {finding && <small>{sentence(finding.remedy)}</small>}
      {changed.length > 0 && <small>{t('filing.duties.changed', { fields: changed.join(list) })}</small>}
      {source && (
        <small>
          {finding && <code>{finding.rule} </code>}
          {source.document}
          {locale() === 'zh' ? '，' : ', '}
          {source.section}
        </small>
      )}
    </>
  )
}
