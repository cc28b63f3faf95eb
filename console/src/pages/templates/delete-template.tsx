import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { get, remove } from '../../api/client.ts'
import { templatesQuery } from '../../api/queries.ts'
import type { Finding, Template } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { Cite } from '../../design/cite.tsx'
import { Dialog } from '../../design/dialog.tsx'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { SureDialog } from '../../design/sure-dialog.tsx'
import { toast } from '../../design/toast.tsx'
import { longDate } from '../../i18n/format.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'
import { Link } from '../../router/link.tsx'

interface Deletion {
  findings: Finding[]
  heldUntil: string | null
  keptUntil: string
}

/** Asks what deleting would do before it is done: what goes today, what is kept and until when, or what stands against it. */
export function DeleteTemplate({ template }: { template: Template }) {
  const [open, setOpen] = useState(false)
  const name = pick(template.name)
  return (
    <>
      <Button size="s" look="text" aria-label={`${t('template.delete')} ${name}`} onClick={() => setOpen(true)}>
        {t('template.delete')}
      </Button>
      {open && <Asked id={template.id} name={name} onClose={() => setOpen(false)} />}
    </>
  )
}

function Asked({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const queries = useQueryClient()
  const deletion = useQuery({
    queryKey: ['templates', id, 'deletion'],
    queryFn: ({ signal }) => get<Deletion>(`templates/${id}/deletion`, signal),
    staleTime: 0,
  })
  const go = async () => {
    try {
      await remove(`templates/${id}`)
    } catch (refusal) {
      // What stands against it now is said instead.
      await deletion.refetch()
      throw refusal
    }
    toast(t('template.deleted', { name }))
    await queries.invalidateQueries({ queryKey: templatesQuery.queryKey })
  }
  if (deletion.data !== undefined && deletion.data.findings.length > 0)
    return (
      <Dialog title={t('template.deleteNot', { name })} open alert onClose={onClose}>
        <div className="stack">
          {deletion.data.findings.map((finding) => (
            <Cite key={finding.rule} finding={finding} />
          ))}
          <div className="acts">
            <Button onClick={onClose}>{t('template.deleteClose')}</Button>
          </div>
        </div>
      </Dialog>
    )
  return (
    <SureDialog
      title={t('template.deleteSure', { name })}
      sure={t('template.deleteYes')}
      ready={deletion.data !== undefined}
      onSure={go}
      onClose={onClose}
    >
      {deletion.isPending && <Skeleton rows={3} />}
      {deletion.isError && <Failure error={deletion.error} again={() => deletion.refetch()} />}
      {deletion.data && <Ahead deletion={deletion.data} />}
    </SureDialog>
  )
}

function Ahead({ deletion: { heldUntil, keptUntil } }: { deletion: Deletion }) {
  return (
    <ul className="ahead">
      <li>{t('template.deleteNow')}</li>
      <li>{t('template.deletePhotos')}</li>
      <li>
        {heldUntil === null
          ? t('template.deleteNever')
          : t('template.deleteHeld', { held: longDate(heldUntil), kept: longDate(keptUntil) })}
      </li>
      <li>
        {t('template.deleteProof')}{' '}
        <Link to="/account" hash="privacy">
          {t('template.deletePrivacy')}
        </Link>
      </li>
    </ul>
  )
}
