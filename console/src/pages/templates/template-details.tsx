import type { Template } from '../../api/types.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** 详情、收起: what a template says, behind a summary (S1-109). */
export function TemplateDetails({ template }: { template: Template }) {
  const { name, contact, province, city, street, postcode, phone, email, certificate, legalRepresentative } = template
  const rows = [
    [t('template.details.names'), `${name.zh}\u2003${name.en}`],
    [t('template.contactZh'), pick(contact)],
    [
      t('template.details.address'),
      pick({
        zh: `${province.zh}${city.zh}${street.zh}`,
        en: [street.en, city.en, province.en].join(', '),
      }),
    ],
    [t('template.postcode'), postcode],
    [t('template.phone'), phone],
    [t('template.email'), email],
    [t('template.kind'), pick(certificate.title)],
    [t('template.number'), `••••${certificate.numberTail}`],
    [t('template.representative'), legalRepresentative || undefined],
    [t('template.issuedOn'), certificate.issuedOn],
    [t('template.endsOn'), certificate.endsOn],
  ].filter(([, value]) => value !== undefined)
  return (
    <details className="more small">
      <summary>
        <span className="open">{t('template.details.open')}</span>
        <span className="close">{t('template.details.close')}</span>
      </summary>
      <dl className="facts">
        {rows.map(([title, value]) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
