import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { HolderType, Template } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { Note } from '../../design/note.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'
import { TemplateForm } from '../templates/template-form.tsx'
import { TemplateCard } from './template-card.tsx'

interface Props {
  templates: UseQueryResult<{ templates: Template[] }>
  holderType: HolderType
  onType: (type: HolderType) => void
  template: Template | undefined
  onTemplate: (id: string) => void
}

export function HolderChoice({ templates, holderType, onType, template, onTemplate }: Props) {
  const [making, setMaking] = useState(false)
  const shown = (templates.data?.templates ?? [])
    .filter((each) => each.holderType === holderType)
    .toSorted((a, b) => Number(b.default) - Number(a.default))
  return (
    <section className="sec">
      <h2>
        {t('confirm.holder')}
        <small>{t('confirm.holderWhy')}</small>
      </h2>
      <div className="holder-type">
        <Segmented
          label={t('confirm.holderType')}
          value={holderType}
          onChange={onType}
          options={[
            { value: 'person', text: t('holder.type.person') },
            { value: 'organisation', text: t('holder.type.organisation') },
          ]}
        />
        <Link className="small" to="/help/$slug" params={{ slug: 'holder-type' }}>
          {t('confirm.howToChoose')}
        </Link>
      </div>
      {templates.isError && <Failure error={templates.error} again={() => templates.refetch()} />}
      {shown.length === 0 && !templates.isError && <p className="soft">{t('confirm.noTemplate')}</p>}
      <fieldset className="tpls" aria-label={t('confirm.template')}>
        {shown.map((each) => (
          <TemplateCard
            key={each.id}
            template={each}
            chosen={each.id === template?.id}
            onChoose={() => onTemplate(each.id)}
          />
        ))}
      </fieldset>
      <p className="new-template">
        <Button look="text" size="s" onClick={() => setMaking(true)}>
          {t('confirm.newTemplate')}
        </Button>
      </p>
      {template && (
        <Note tone={template.identity === 'verified' ? 'ok' : 'you'}>
          <p>{t(template.identity === 'verified' ? 'confirm.verifiedNote' : 'confirm.unverifiedNote')}</p>
          {template.identity !== 'verified' && (
            <Link to="/templates/$id" params={{ id: template.id }}>
              {t('confirm.verifyNow')}
            </Link>
          )}
        </Note>
      )}
      <Dialog title={t('template.new')} open={making} onClose={() => setMaking(false)}>
        <TemplateForm
          holderType={holderType}
          onDone={async (made) => {
            await templates.refetch()
            onType(made.holderType)
            onTemplate(made.id)
            setMaking(false)
          }}
          onCancel={() => setMaking(false)}
        />
      </Dialog>
    </section>
  )
}
