import { useQuery, useQueryClient } from '@tanstack/react-query'
import { templatesQuery } from '../../api/queries.ts'
import { Empty } from '../../design/empty.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { toast } from '../../design/toast.tsx'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { go } from '../../router/history.ts'
import { Link } from '../../router/link.tsx'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { TemplateForm } from './template-form.tsx'
import './templates-page.css'

export function EditTemplatePage() {
  const { id } = useParams('/templates/$id/edit')
  return (
    <Page title={t('template.edit')} api={`PUT /v1/templates/${id}`}>
      <SignedIn top>{() => <Edit id={id} />}</SignedIn>
    </Page>
  )
}

function Edit({ id }: { id: string }) {
  const cache = useQueryClient()
  const templates = useQuery(templatesQuery)
  const template = templates.data?.templates.find((each) => each.id === id)
  const back = (
    <Link className="btn" to="/templates">
      {t('nav.templates')}
    </Link>
  )
  if (templates.isPending) return <Skeleton rows={6} />
  if (templates.isLoadingError) return <Failure error={templates.error} again={() => templates.refetch()} />
  if (!template) return <Empty top title={t('template.unknown')} acts={back} />
  if (template.identity === 'reviewing' || template.identity === 'verified')
    return (
      <Empty top title={t('template.locked')} acts={back}>
        {t('template.lockedWhy')}
      </Empty>
    )
  return (
    <>
      <p className="crumb">
        <Link to="/templates">{t('nav.templates')}</Link>
        {'\u2003›\u2003'}
        {pick(template.name)}
      </p>
      <div className="head">
        <div>
          <h1>{t('template.edit')}</h1>
          <p>{t('template.editLead')}</p>
        </div>
      </div>
      <div className="form-page">
        <TemplateForm
          template={template}
          holderType={template.holderType}
          onCancel={() => go({ to: '/templates' })}
          onDone={async () => {
            await cache.invalidateQueries({ queryKey: templatesQuery.queryKey })
            toast(t('template.corrected'))
            go({ to: '/templates' })
          }}
        />
      </div>
    </>
  )
}
