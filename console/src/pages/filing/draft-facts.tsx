import type { FilingDraft, FilingPrincipal, FilingService } from '../../api/filing.ts'
import { knownText, t } from '../../i18n/text.ts'
import { kindWord, numbered } from './kind-words.ts'

const facts = (rows: [string, string | undefined][]) => (
  <dl className="facts">
    {rows
      .filter(([, value]) => value)
      .map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)

const person = (principal: FilingPrincipal | undefined): [string, string | undefined][] => [
  [t('filing.principal.name'), principal?.name],
  [t('filing.principal.number'), principal?.certificate?.number],
  [t('filing.principal.phone'), principal?.phone],
  [t('filing.principal.email'), principal?.email],
]

const features = ({ app }: FilingService): [string, string | undefined][] =>
  (app?.platforms ?? []).flatMap(({ platform, packageId, publicKey, fingerprint }): [string, string | undefined][] => {
    const name = knownText(`filing.platform.${platform}`) ?? platform
    return [
      [`${name} ${t('filing.app.packageId')}`, packageId],
      [`${name} ${t('filing.app.publicKey')}`, publicKey],
      [`${name} ${t('filing.app.digest')}`, fingerprint],
    ]
  })

/** What an order says of subject and sites, as a reviewer or a bureau reads it. */
export function DraftFacts({ draft }: { draft: FilingDraft }) {
  const { subject, services } = draft
  return (
    <>
      <section className="sec">
        <h2>{t('filing.steps.subject')}</h2>
        {facts([
          [t('filing.subject.region'), Object.values(subject.region ?? {}).join(' ')],
          [t('filing.subject.nature'), subject.nature && t(`filing.nature.${subject.nature as 'person'}`)],
          [t('filing.subject.name'), subject.name],
          [t('filing.subject.number'), subject.certificate?.number],
          [t('filing.subject.certificateAddress'), subject.certificate?.address],
          [t('filing.subject.correspondenceAddress'), subject.correspondenceAddress],
          ...person(subject.principal),
        ])}
      </section>
      {services.map((service, index) => (
        <section className="sec" key={service.key ?? index}>
          <h2>{numbered(index, service.kind)}</h2>
          {facts([
            [t('filing.site.name', { kind: kindWord(service.kind) }), service.name],
            ...features(service),
            [t('filing.site.domain'), service.domains?.join(t('listComma'))],
            [t('filing.site.content'), service.content && t(`filing.content.${service.content as 'portal'}`)],
            [t('filing.access.ips'), service.access?.flatMap(({ ips }) => ips ?? []).join(t('listComma'))],
            ...(service.principal ? person(service.principal) : []),
          ])}
        </section>
      ))}
    </>
  )
}
