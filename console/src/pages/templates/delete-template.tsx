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
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const deletion = useQuery({
    queryKey: ['templates', id, 'deletion'],
    queryFn: ({ signal }) => get<Deletion>(`templates/${id}/deletion`, signal),
    staleTime: 0,
  })
  const go = async () => {
    setError(null)
    setBusy(true)
    try {
      await remove(`templates/${id}`)
      toast(t('template.deleted', { name }))
      onClose()
      await queries.invalidateQueries({ queryKey: templatesQuery.queryKey })
    } catch (refusal) {
      setError(refusal)
      await deletion.refetch()
    } finally {
      setBusy(false)
    }
  }
  const inUse = deletion.data !== undefined && deletion.data.findings.length > 0
  return (
    <Dialog title={t(inUse ? 'template.deleteNot' : 'template.deleteSure', { name })} open alert onClose={onClose}>
      {deletion.isPending && <Skeleton rows={3} />}
      {deletion.isError && <Failure error={deletion.error} again={() => deletion.refetch()} />}
      {inUse && deletion.data.findings.map((finding) => <Cite key={finding.rule} finding={finding} />)}
      {deletion.data && !inUse && <Ahead deletion={deletion.data} />}
      {error !== null && !inUse && <Failure error={error} />}
      <div className="acts">
        {!inUse && (
          <Button look="ink" disabled={busy || !deletion.data} onClick={go}>
            {t('template.deleteYes')}
          </Button>
        )}
        <Button onClick={onClose}>{t(inUse ? 'template.deleteClose' : 'template.deleteNo')}</Button>
      </div>
    </Dialog>
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
