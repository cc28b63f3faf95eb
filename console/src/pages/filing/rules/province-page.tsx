import { useQuery } from '@tanstack/react-query'
import { post } from '../../../api/client.ts'
import { sessionQuery } from '../../../api/queries.ts'
import { Failure } from '../../../design/failure.tsx'
import { TextField } from '../../../design/field.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { sourceAddress } from '../../../design/source-address.ts'
import { chinaDay } from '../../../i18n/format.ts'
import { pick, sentence } from '../../../i18n/locale.ts'
import { t } from '../../../i18n/text.ts'
import { go } from '../../../router/history.ts'
import { Link } from '../../../router/link.tsx'
import { useParams, useSearch } from '../../../router/place.ts'
import { NotFoundPage } from '../../../shell/not-found-page.tsx'
import { Page } from '../../../shell/page.tsx'
import type { ProvinceExplained } from '../province-hints.ts'
import { tiles } from './tiles.ts'
import './rules.css'

export function ProvincePage() {
  const { province } = useParams('/filing-rules/$province')
  return tiles.some(({ code }) => code === province) ? <Rules province={province} /> : <NotFoundPage />
}

/** What one bureau asks for on a day, each with its source and since when; what nobody knows is said too. */
function Rules({ province }: { province: string }) {
  const tile = tiles.find(({ code }) => code === province)
  const session = useQuery(sessionQuery)
  const asked = useSearch('day').day
  const today = session.data ? chinaDay(session.data.clock.now) : undefined
  const day = asked ?? today
  const explained = useQuery({
    queryKey: ['filing-rules', province, day],
    queryFn: () => post<ProvinceExplained>('rules/filing/explain', { province, ...(day ? { day } : {}) }),
    enabled: day !== undefined,
    staleTime: 300_000,
  })
  const name = tile ? pick(tile.name) : province
  return (
    <Page title={`${name} ${t('filing.rules.title')}`} api="POST /v1/rules/filing/explain">
      <p className="crumb">
        <Link to="/filing-rules">{t('filing.rules.title')}</Link>
        {'\u2003›\u2003'}
        {name}
      </p>
      <div className="head">
        <div>
          <h1>{t('filing.course.bureau', { province: name })}</h1>
          {explained.data?.bureau && (
            <p>
              {t('filing.rules.more')} <a href={explained.data.bureau.site}>{t('filing.rules.bureauSite')}</a>
              {'\u2003'}
              <a href={explained.data.bureau.system}>{t('filing.rules.system')}</a>
            </p>
          )}
        </div>
        <TextField
          id="day"
          label={t('filing.rules.day')}
          type="date"
          value={day ?? ''}
          onChange={(event) =>
            event.target.value &&
            go({
              to: '/filing-rules/$province',
              params: { province },
              search: { day: event.target.value },
              replace: true,
            })
          }
        />
      </div>
      {explained.isPending && <Skeleton rows={8} />}
      {explained.isError && <Failure error={explained.error} again={() => explained.refetch()} />}
      {explained.data && explained.data.hints.length === 0 && <p>{t('filing.rules.none')}</p>}
      {explained.data && explained.data.hints.length > 0 && (
        <dl className="facts province-rules">
          {explained.data.hints.map((hint) => {
            const address = sourceAddress(hint.source)
            const where = `${hint.source.document} ${hint.source.section}`
            return (
              <div key={hint.rule}>
                <dt>{sentence(hint.title)}</dt>
                <dd>
                  <p>{sentence(hint.text)}</p>
                  {hint.conflict && <p className="st st--you">{sentence(hint.conflict)}</p>}
                  <p className="small muted">
                    {address ? <a href={address}>{where}</a> : where}
                    {'\u2003'}
                    {t('cite.from', { from: hint.from })}
                  </p>
                </dd>
              </div>
            )
          })}
        </dl>
      )}
      {explained.data && explained.data.notKnown.length > 0 && (
        <section className="sec">
          <h2>{t('filing.preflight.unknownList')}</h2>
          <p className="soft">{explained.data.notKnown.map(({ title }) => sentence(title)).join(t('listComma'))}</p>
        </section>
      )}
    </Page>
  )
}
