import { t } from '../../i18n/text.ts'
import { ListDock, ListPanel } from '../../list/list-panel.tsx'
import { useNameList } from '../../list/use-name-list.ts'
import { Page } from '../../shell/page.tsx'
import { SearchModes } from '../search/search-modes.tsx'
import { BulkAnswer } from './bulk-answer.tsx'
import { NamesForm } from './names-form.tsx'
import { useBulk } from './use-bulk.ts'
import '../search/search-page.css'
import './bulk.css'

/** Up to 100,000 names, pasted or from a file: one streamed answer (S1-30). */
export function BulkPage() {
  const list = useNameList()
  const bulk = useBulk()
  return (
    <Page title={t('search.bulk')} api="POST /v1/search/bulk" dock={list.items.length > 0 && <ListDock list={list} />}>
      <section className="hero">
        <h1>{t('bulk.heading')}</h1>
        <p>{t('bulk.lead')}</p>
        <SearchModes here="bulk" />
      </section>
      <div className="two bulk">
        <div>
          <NamesForm running={bulk.state === 'running'} onStart={bulk.start} onStop={bulk.cancel} />
          {bulk.state !== 'idle' && <BulkAnswer bulk={bulk} list={list} />}
        </div>
        <ListPanel list={list} />
      </div>
    </Page>
  )
}
