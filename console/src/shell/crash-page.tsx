import { Button } from '../design/button.tsx'
import { Empty } from '../design/empty.tsx'
import { t } from '../i18n/text.ts'
import { Page } from './page.tsx'

/** A fault of the page itself, not a refusal of the API. */
export function CrashPage({ error }: { error?: unknown }) {
  return (
    <Page title={t('crash.title')} api="GET /healthz">
      <Empty top title={t('crash.title')} acts={<Button onClick={() => location.reload()}>{t('crash.reload')}</Button>}>
        {t('crash.text')}
      </Empty>
      <code className="raw">{error instanceof Error ? error.message : String(error)}</code>
    </Page>
  )
}
