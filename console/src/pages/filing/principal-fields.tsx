import type { FilingPrincipal } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { errorOf } from './errors-of.ts'
import { Hinted } from './hinted.tsx'

const papers = [
  'cn-resident-id',
  'hk-macao-travel-permit',
  'tw-travel-permit',
  'hk-macao-taiwan-residence-permit',
  'foreigner-permanent-residence',
  'passport',
] as const

interface Props {
  /** Field of the facts that these belong to: `subject.principal`. */
  at: string
  value: FilingPrincipal
  findings: readonly Finding[] | undefined
  onChange: (change: Partial<FilingPrincipal>) => void
  organisation: boolean
}

/** Who answers for a subject or a site (负责人). */
export function PrincipalFields({ at, value, findings, onChange, organisation }: Props) {
  const error = (field: string) => errorOf(findings, `${at}.${field}`)
  const text = (field: 'name' | 'phone' | 'secondPhone' | 'emergencyPhone' | 'officePhone' | 'email') => ({
    id: `${at}.${field}`,
    label: t(`filing.principal.${field}`),
    value: value[field] ?? '',
    error: error(field),
    onChange: (event: { target: { value: string } }) => onChange({ [field]: event.target.value }),
  })
  const paper = (change: FilingPrincipal['certificate']) =>
    onChange({ certificate: { ...value.certificate, ...change } })
  return (
    <>
      <Hinted
        hint={t('filing.hint.principal')}
        topics={at === 'subject.principal' ? ['subjectPrincipal', 'minAge'] : ['siteAdmin', 'minAge']}
      >
        <TextField {...text('name')} autoComplete="name" />
        {organisation && (
          <label className="check">
            <input
              type="checkbox"
              checked={value.legalRepresentative ?? false}
              onChange={(event) => onChange({ legalRepresentative: event.target.checked })}
            />{' '}
            {t('filing.principal.legalRepresentative')}
          </label>
        )}
      </Hinted>
      <Hinted hint={t('filing.hint.principalPaper')} topics={['nonLocalPerson', 'foreignPerson']}>
        <div className="duo">
          <SelectField
            id={`${at}.certificate.kind`}
            label={t('filing.principal.kind')}
            value={value.certificate?.kind ?? ''}
            error={error('certificate.kind')}
            onChange={(event) => paper({ kind: event.target.value })}
          >
            <option value="">{t('choose')}</option>
            {papers.map((kind) => (
              <option key={kind} value={kind}>
                {t(`filing.paper.${kind}`)}
              </option>
            ))}
          </SelectField>
          <TextField
            id={`${at}.certificate.number`}
            label={t('filing.principal.number')}
            value={value.certificate?.number ?? ''}
            error={error('certificate.number')}
            autoComplete="off"
            onChange={(event) => paper({ number: event.target.value })}
          />
        </div>
        <TextField
          id={`${at}.certificate.endsOn`}
          label={t('filing.principal.endsOn')}
          type="date"
          value={value.certificate?.endsOn ?? ''}
          error={error('certificate.endsOn')}
          onChange={(event) => event.target.value && paper({ endsOn: event.target.value })}
        />
      </Hinted>
      <Hinted hint={t('filing.hint.phone')} topics={['contactPhones', 'phoneLocal']}>
        <div className="duo">
          <TextField {...text('phone')} inputMode="tel" autoComplete="tel" />
          <TextField {...text('emergencyPhone')} inputMode="tel" />
        </div>
        {organisation && <TextField {...text('officePhone')} inputMode="tel" optional={t('optional')} />}
      </Hinted>
      <Hinted hint={t('filing.hint.email')}>
        <TextField {...text('email')} type="email" autoComplete="email" />
      </Hinted>
    </>
  )
}
