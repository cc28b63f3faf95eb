import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FilingAccess, FilingService } from '../../api/filing.ts'
import { placesQuery } from '../../api/queries.ts'
import { serviceNumbersQuery } from '../../api/service-numbers.ts'
import { Button } from '../../design/button.tsx'
import { t } from '../../i18n/text.ts'
import { NotFetched } from '../../shell/not-fetched.tsx'
import { AccessFields } from './access-fields.tsx'
import { errorOf } from './errors-of.ts'
import { numbered } from './kind-words.ts'
import type { FilingDraftInHand } from './use-filing-draft.ts'

/** 产品: where each site runs, in one place or several, each shown by a service number (备案服务号) or by its addresses. */
export function AccessStep({ hand }: { hand: FilingDraftInHand }) {
  return hand.draft.services.map((service, index) => (
    <AccessOfService key={service.key ?? index} hand={hand} service={service} index={index} />
  ))
}

function AccessOfService({ hand, service, index }: { hand: FilingDraftInHand; service: FilingService; index: number }) {
  const places = useQuery(placesQuery)
  const numbers = useQuery(serviceNumbersQuery)
  // What is typed into a place is in its fields: after one was taken out, the others are drawn anew.
  const [drawn, setDrawn] = useState(0)
  const accesses: FilingAccess[] = service.access?.length ? service.access : [{}]
  const findings = hand.findings.access
  const save = (access: FilingAccess[]) => hand.changeService(index, { access })
  return (
    <section className="site" aria-labelledby={`access-${index}`}>
      <h2 id={`access-${index}`}>{service.name || service.domains?.[0] || numbered(index, service.kind)}</h2>
      <NotFetched of={[places, numbers]} />
      {accesses.map((access, place) => {
        const fields = (
          <AccessFields
            at={`services.${index}.access.${place}`}
            value={access}
            findings={findings}
            ofAll={place === 0 ? errorOf(findings, `services.${index}.access`) : undefined}
            numbers={(numbers.data?.numbers ?? []).filter(({ state }) => state === 'free')}
            provinces={places.data?.provinces ?? []}
            onChange={(part) => save(accesses.map((one, at) => (at === place ? { ...one, ...part } : one)))}
          />
        )
        const key = `${drawn} ${place}`
        if (accesses.length === 1) return <div key={key}>{fields}</div>
        const title = t('filing.access.title', { number: place + 1 })
        return (
          <fieldset className="access" key={key} aria-label={title}>
            <div className="head">
              <h3>{title}</h3>
              <Button
                look="text"
                size="s"
                onClick={() => {
                  save(accesses.filter((_, at) => at !== place))
                  setDrawn(drawn + 1)
                }}
              >
                {t('filing.access.remove')}
              </Button>
            </div>
            {fields}
          </fieldset>
        )
      })}
      <p>
        <Button size="s" onClick={() => save([...accesses, {}])}>
          {t('filing.access.add')}
        </Button>
      </p>
    </section>
  )
}
