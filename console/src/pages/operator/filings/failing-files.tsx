import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { SureDialog } from '../../../design/sure-dialog.tsx'
import { toast } from '../../../design/toast.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { t } from '../../../i18n/text.ts'
import { type FailingFile, linesQuery } from './bureau-queries.ts'
import { bureauName } from './stopped-lines.tsx'

/** Files of bureaus that cannot be carried out: what came after each waits, or goes on without it. */
export function FailingFiles({ maySetAside }: { maySetAside: boolean }) {
  const cache = useQueryClient()
  // The lines above tell of a question that failed.
  const files = useQuery(linesQuery).data?.files ?? []
  const [chosen, setChosen] = useState<FailingFile | null>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  if (files.length === 0) return null
  const set = async (file: FailingFile, aside: boolean) => {
    try {
      await post(`operator/bureau-files/${file.file}/aside`, { aside })
      toast(t(aside ? 'bureaus.files.done' : 'bureaus.files.againDone'))
    } finally {
      await cache.invalidateQueries({ queryKey: linesQuery.queryKey })
    }
  }
  const again = (file: FailingFile) => {
    setRefusal(null)
    set(file, false).catch(setRefusal)
  }
  return (
    <section className="sec">
      <h2>{t('bureaus.files.title', { count: files.length })}</h2>
      {refusal !== null && <Failure error={refusal} />}
      {files.map((file) => (
        <Note tone={file.asideAt ? 'you' : 'fail'} key={file.file}>
          <p>
            <b>
              {t('bureaus.files.stands', {
                bureau: bureauName(file),
                since: dayAndTime(file.since),
                count: file.times,
              })}
            </b>{' '}
            {file.asideAt && t('bureaus.files.isAside', { at: dayAndTime(file.asideAt) })}
            {file.behind > 0 && t('bureaus.files.behind', { count: file.behind })}
          </p>
          <p className="small soft">
            {t('bureaus.files.file', { file: file.fileName, received: dayAndTime(file.receivedAt) })}
          </p>
          <p className="small">
            <code>{file.because}</code>
          </p>
          {!file.asideAt && <p className="small">{t('bureaus.files.what')}</p>}
          {maySetAside ? (
            <Button size="s" onClick={() => (file.asideAt ? again(file) : setChosen(file))}>
              {t(file.asideAt ? 'bureaus.files.again' : 'bureaus.files.aside')}
            </Button>
          ) : (
            <p className="small">{t('bureaus.files.admin')}</p>
          )}
        </Note>
      ))}
      {chosen && (
        <SureDialog
          title={t('bureaus.files.asideThis', { bureau: bureauName(chosen) })}
          sure={t('bureaus.files.aside')}
          onSure={() => set(chosen, true)}
          onClose={() => setChosen(null)}
        >
          <p>{t('bureaus.files.sure')}</p>
        </SureDialog>
      )}
    </section>
  )
}
