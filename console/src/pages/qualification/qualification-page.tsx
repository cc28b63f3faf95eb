import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Qualification, qualificationQuery } from '../../api/qualification.ts'
import { templatesQuery } from '../../api/queries.ts'
import { Failure } from '../../design/failure.tsx'
import { SelectField } from '../../design/field.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { useParams, useSearch } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { QualificationSection } from './qualification-section.tsx'

/** Proving the right to a name before it is registered (S1-94), or after. */
export function QualificationPage() {
  const { name } = useParams('/qualifications/$name')
  return (
    <Page title={`${t('qualification.title')} ${name}`} api={`GET /v1/qualifications/${name}`}>
      <SignedIn top>{() => <Loaded name={name} />}</SignedIn>
    </Page>
  )
}

function leadOf({ registered, kind }: Qualification) {
  if (kind === 'licence') return registered ? 'qualification.leadLicensed' : 'qualification.leadLicence'
  return registered ? 'qualification.leadRegistered' : 'qualification.leadBefore'
}

function Loaded({ name }: { name: string }) {
  const asked = useSearch('template').template
  const [chosen, setChosen] = useState(asked)
  const templates = useQuery(templatesQuery)
  const state = useQuery(qualificationQuery(name, chosen))
  if (state.isLoadingError)
    return (
      <>
        <h1>{t('qualification.title')}</h1>
        <Failure error={state.error} again={() => state.refetch()} />
      </>
    )
  if (state.isPending || !templates.data) return <Skeleton rows={8} />
  const { registered, template } = state.data
  const all = templates.data.templates
  return (
    <>
      <div className="head">
        <div>
          <h1>
            <span className="sx">{state.data.name}</span> {t('qualification.title')}
          </h1>
          <p>{t(leadOf(state.data))}</p>
        </div>
      </div>
      {!registered && (
        <section className="sec">
          <h2>{t('qualification.holder')}</h2>
          {all.length === 0 ? (
            <p>
              {t('qualification.noTemplate')} <Link to="/templates/new">{t('qualification.newTemplate')}</Link>
            </p>
          ) : (
            <SelectField
              id="qualification-template"
              label={t('qualification.template')}
              help={t('qualification.templateHelp')}
              value={template?.id ?? ''}
              onChange={(event) => setChosen(event.target.value)}
            >
              {!template && <option value="">{t('qualification.chooseTemplate')}</option>}
              {all.map(({ id, name: holder }) => (
                <option key={id} value={id}>
                  {pick(holder)}
                </option>
              ))}
            </SelectField>
          )}
        </section>
      )}
      {template && <QualificationSection key={template.id} name={name} template={template.id} />}
    </>
  )
}
