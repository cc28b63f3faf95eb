import { useFiling } from '../../api/use-filing.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { t } from '../../i18n/text.ts'
import { useParams } from '../../router/place.ts'
import { Page } from '../../shell/page.tsx'
import { SignedIn } from '../../shell/signed-in.tsx'
import { Course } from './course.tsx'
import { Wizard } from './wizard.tsx'
import '../verification/verification-page.css'
import './filing.css'

/** One order for a filing: filled in while it is its owner's, followed afterwards. */
export function FilingPage() {
  const { number } = useParams('/filings/$number')
  return (
    <Page title={`${t('filing.title')} ${number}`} api={`GET /v1/filings/${number}`}>
      <SignedIn top>{() => <Loaded number={number} />}</SignedIn>
    </Page>
  )
}

function Loaded({ number }: { number: string }) {
  const filing = useFiling(number)
  if (filing.isPending) return <Skeleton rows={10} />
  if (filing.isLoadingError)
    return (
      <>
        <h1>{t('filing.title')}</h1>
        <Failure error={filing.error} again={() => filing.refetch()} />
      </>
    )
  const { data } = filing
  return data.open ? <Wizard key={`${data.number} ${data.attempt}`} filing={data} /> : <Course filing={data} />
}
