import { useQuery } from '@tanstack/react-query'
import { rulesQuery } from '../../api/queries.ts'
import type { RuleInForce } from '../../api/types.ts'
import { Failure } from '../../design/failure.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { longDate } from '../../i18n/format.ts'
import { sentence } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

/** The rules themselves, as the search asks them today: each with its source and since when. */
export function RulesInForce({ topic }: { topic: 'names' }) {
  const { data, error, refetch } = useQuery(rulesQuery(topic))
  if (error) return <Failure error={error} again={() => refetch()} />
  if (!data) return <Skeleton rows={6} />
  const scopes = Map.groupBy(data.rules, ({ scope }) => scope ?? '')
  return (
    <section className="rules">
      <h2>{t('help.rules')}</h2>
      <p>
        {t('help.rulesLead', {
          count: data.rules.length,
          day: longDate(data.day),
          reviewed: longDate(data.reviewedOn),
        })}
      </p>
      {[...scopes].map(([scope, rules]) => (
        <details key={scope} open={scope === ''}>
          <summary>
            {scope === '' ? t('help.rulesGeneral') : t('help.rulesOf', { scope: scope.replaceAll('suffix:', '') })}
            <span className="muted">{t('help.rulesCount', { count: rules.length })}</span>
          </summary>
          <dl>
            {rules.map((rule) => (
              <Rule key={rule.id} rule={rule} />
            ))}
          </dl>
        </details>
      ))}
    </section>
  )
}

function Rule({ rule }: { rule: RuleInForce }) {
  const { source } = rule
  return (
    <div>
      <dt>
        <code>{rule.id}</code>
      </dt>
      <dd>
        {sentence(rule.message)}
        <small>
          {t(rule.severity === 'refuse' ? 'help.refuses' : 'help.advises')}
          {t('semicolon')}
          {source && `${source.document} ${source.section}${t('semicolon')}`}
          {t('cite.from', { from: rule.from })}
        </small>
      </dd>
    </div>
  )
}
