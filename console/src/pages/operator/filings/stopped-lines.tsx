import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { post } from '../../../api/client.ts'
import { Button } from '../../../design/button.tsx'
import { Failure } from '../../../design/failure.tsx'
import { Note } from '../../../design/note.tsx'
import { SureDialog } from '../../../design/sure-dialog.tsx'
import { toast } from '../../../design/toast.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { knownText, t } from '../../../i18n/text.ts'
import { provinceName } from '../../filing/rules/province-name.ts'
import { linesQuery, type StoppedLine } from './bureau-queries.ts'

/** Lines to bureaus that stand: nothing of ours reaches these bureaus until somebody has looked. */
export function StoppedLines({ mayRelease }: { mayRelease: boolean }) {
  const { data, error } = useQuery(linesQuery)
  const lines = data?.lines ?? []
  const [chosen, setChosen] = useState<StoppedLine | null>(null)
  if (error) return <Failure error={error} />
  if (lines.length === 0) return null
  return (
    <section className="sec">
      <h2>{t('bureaus.lines.title', { count: lines.length })}</h2>
      {lines.map((line) => (
        <Note tone="fail" key={`${line.bureau} ${line.key}`}>
          <p>
            <b>{t('bureaus.lines.stands', { bureau: bureauName(line), since: dayAndTime(line.since) })}</b>{' '}
            {knownText(`bureaus.because.${line.because}`) ?? line.because}
          </p>
          <p className="small soft">
            {t('bureaus.lines.file', { sequence: line.sequence, file: line.fileName })}
            {line.code !== null && ` · ${line.code} ${line.message ?? ''}`}
          </p>
          {mayRelease ? (
            <Button size="s" onClick={() => setChosen(line)}>
              {t('bureaus.lines.release')}
            </Button>
          ) : (
            <p className="small">{t('bureaus.lines.admin')}</p>
          )}
        </Note>
      ))}
      {chosen && <Release line={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}

export function bureauName({ bureau, province }: Pick<StoppedLine, 'bureau' | 'province'>): string {
  if (province) return t('filing.course.bureau', { province: provinceName(province) })
  return bureau === 'ministry' ? t('bureaus.ministry') : bureau
}

function Release({ line, onClose }: { line: StoppedLine; onClose: () => void }) {
  const cache = useQueryClient()
  const release = async () => {
    try {
      const { outcome } = await post<{ outcome: string }>(`operator/bureau-lines/${line.bureau}/release`, {
        key: line.key,
      })
      toast(knownText(`bureaus.outcome.${outcome}`) ?? outcome)
    } finally {
      await cache.invalidateQueries({ queryKey: linesQuery.queryKey })
    }
  }
  return (
    <SureDialog
      title={t('bureaus.lines.releaseThis', { bureau: bureauName(line) })}
      sure={t('bureaus.lines.release')}
      onSure={release}
      onClose={onClose}
    >
      <p>{t('bureaus.lines.sure')}</p>
    </SureDialog>
  )
}
