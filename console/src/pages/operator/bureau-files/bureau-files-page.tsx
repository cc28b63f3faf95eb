import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty } from '../../../design/empty.tsx'
import { Failure } from '../../../design/failure.tsx'
import { SelectField } from '../../../design/field.tsx'
import { Older } from '../../../design/older.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { State } from '../../../design/state.tsx'
import { dayAndTime } from '../../../i18n/format.ts'
import { pick } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { Link } from '../../../router/link.tsx'
import { useSearch } from '../../../router/place.ts'
import { tiles } from '../../filing/rules/tiles.ts'
import { bureauName } from '../filings/stopped-lines.tsx'
import { OperatorFrame } from '../operator-frame.tsx'
import { bureauFilesQuery, type FileDirection, type KeptFile } from './bureau-files.ts'
import { shapeOf } from './shape-of.ts'
import './bureau-files.css'

/** 管局文件: what was sent to each bureau and what came from it, with number, day, state and hash. */
export function BureauFilesPage() {
  return (
    <OperatorFrame needs="reviewer" title={t('bureauFiles.title')} api="GET /v1/operator/bureau-files">
      {() => <Files />}
    </OperatorFrame>
  )
}

function Files() {
  const search = useSearch('direction', 'bureau')
  const direction: FileDirection = search.direction === 'received' ? 'received' : 'sent'
  const list = useInfiniteQuery(bureauFilesQuery(direction, search.bureau))
  const files = list.data?.pages.flatMap((page) => page.files) ?? []
  const look = (next: { direction?: FileDirection; bureau?: string | undefined }) =>
    go({ to: '/operator/bureau-files', search: { direction, bureau: search.bureau, ...next }, replace: true })
  return (
    <>
      <div className="head">
        <div>
          <h1>{t('bureauFiles.title')}</h1>
          <p>{t('bureauFiles.lead')}</p>
        </div>
      </div>
      <div className="filters">
        <Segmented
          label={t('bureauFiles.direction')}
          value={direction}
          options={[
            { value: 'sent', text: t('bureauFiles.sent') },
            { value: 'received', text: t('bureauFiles.received') },
          ]}
          onChange={(value) => look({ direction: value })}
        />
        <SelectField
          id="bureau"
          label={t('bureauFiles.bureau')}
          value={search.bureau ?? ''}
          onChange={(event) => look({ bureau: event.target.value || undefined })}
        >
          <option value="">{t('bureauFiles.all')}</option>
          <option value="ministry">{t('bureaus.ministry')}</option>
          {tiles
            .toSorted((a, b) => a.code.localeCompare(b.code))
            .map(({ code, name }) => (
              <option key={code} value={code}>
                {pick(name)}
              </option>
            ))}
        </SelectField>
      </div>
      {list.isPending && <Skeleton rows={6} />}
      {list.isError && !list.data && <Failure error={list.error} again={() => list.refetch()} />}
      {list.data && files.length === 0 && <Empty title={t('bureauFiles.none')}>{t('bureauFiles.noneWhy')}</Empty>}
      {files.length > 0 && <FileTable files={files} sent={direction === 'sent'} />}
      <Older list={list} />
    </>
  )
}

function FileTable({ files, sent }: { files: KeptFile[]; sent: boolean }) {
  return (
    <table className="tbl tbl--cards">
      <caption className="vh">{t(sent ? 'bureauFiles.sent' : 'bureauFiles.received')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('bureauFiles.file')}</th>
          <th scope="col">{t('bureauFiles.bureau')}</th>
          <th scope="col">{t('bureauFiles.state')}</th>
          <th scope="col">{t('bureauFiles.day')}</th>
          <th scope="col">{t('bureauFiles.hash')}</th>
        </tr>
      </thead>
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <th scope="row" className="full">
              <Link to="/operator/bureau-files/$direction/$id" params={{ direction: file.direction, id: file.id }}>
                {file.sequence !== null && t('bureauFiles.sequence', { sequence: file.sequence })}{' '}
                <span className="breaks">{file.fileName}</span>
              </Link>
            </th>
            <td data-l={t('bureauFiles.bureau')}>{bureauName(file)}</td>
            <td data-l={t('bureauFiles.state')}>
              <State shape={shapeOf(file.state)}>{t(`bureauFiles.state.${file.state}`)}</State>
            </td>
            <td data-l={t('bureauFiles.day')}>{dayAndTime(file.at)}</td>
            <td data-l={t('bureauFiles.hash')}>
              <code className="breaks small">{file.hash}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
