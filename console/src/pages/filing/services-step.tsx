import type { FilingService } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { t } from '../../i18n/text.ts'
import { AppFields } from './app-fields.tsx'
import { ApprovalFields } from './approval-fields.tsx'
import { errorOf } from './errors-of.ts'
import { contents, serviceKinds } from './filing-words.ts'
import { Hinted } from './hinted.tsx'
import { kindWord, numbered } from './kind-words.ts'
import { LanguageFields } from './language-fields.tsx'
import { PrincipalFields } from './principal-fields.tsx'
import type { FilingDraftInHand } from './use-filing-draft.ts'

const nameHints = { website: 'filing.hint.siteName', app: 'filing.hint.appName' } as const

/** 网站: one site or several, each with its domains, content, languages, approvals and who answers for it. */
export function ServicesStep({ hand }: { hand: FilingDraftInHand }) {
  const { services } = hand.draft
  // What is filed together is mostly of one kind.
  const kind = services.at(-1)?.kind ?? 'website'
  return (
    <>
      {services.map((service, index) => (
        <section key={service.key ?? index} className="site" aria-labelledby={`site-${index}`}>
          <div className="head">
            <h2 id={`site-${index}`}>{numbered(index, service.kind)}</h2>
            {services.length > 1 && (
              <Button look="text" size="s" onClick={() => hand.setServices(services.filter((_, at) => at !== index))}>
                {t('filing.site.remove', { kind: kindWord(service.kind) })}
              </Button>
            )}
          </div>
          <Site
            at={`services.${index}`}
            service={service}
            organisation={hand.draft.subject.nature !== 'person'}
            findings={hand.findings.services}
            onChange={(change) => hand.changeService(index, change)}
          />
        </section>
      ))}
      <p>
        <Button onClick={() => hand.setServices([...services, { kind, domains: [''] }])}>
          {t('filing.site.add', { kind: kindWord(kind) })}
        </Button>
      </p>
    </>
  )
}

interface SiteProps {
  at: string
  service: FilingService
  organisation: boolean
  findings: readonly Finding[] | undefined
  onChange: (change: Partial<FilingService>) => void
}

function Site({ at, service, organisation, findings, onChange }: SiteProps) {
  const domains = service.domains ?? ['']
  const setDomain = (index: number, value: string) =>
    onChange({ domains: domains.map((domain, place) => (place === index ? value : domain)) })
  return (
    <>
      <Hinted
        hint={t(nameHints[service.kind as keyof typeof nameHints] ?? 'filing.hint.miniName')}
        topics={['siteName', 'siteNamePattern', 'siteNameBannedWords']}
      >
        <TextField
          id={`${at}.name`}
          label={t('filing.site.name', { kind: kindWord(service.kind) })}
          value={service.name ?? ''}
          error={errorOf(findings, `${at}.name`)}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <SelectField
          id={`${at}.kind`}
          label={t('filing.site.kind')}
          value={service.kind}
          error={errorOf(findings, `${at}.kind`)}
          onChange={(event) => onChange({ kind: event.target.value, app: { platforms: [] } })}
        >
          {serviceKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`filing.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
      </Hinted>
      {service.kind !== 'website' && <AppFields at={at} service={service} findings={findings} onChange={onChange} />}
      <Hinted
        hint={t(service.kind === 'website' ? 'filing.hint.domains' : 'filing.hint.usedDomains')}
        topics={['domainsPerSite', 'domainHolder', 'domainTld', 'domainNamePrefix', 'publicBodyTld']}
      >
        {domains.map((domain, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place only
          <div className="with-act" key={index}>
            <TextField
              id={`${at}.domains.${index}`}
              label={t('filing.site.domain')}
              value={domain}
              error={
                errorOf(findings, `${at}.domains.${index}`) ??
                (index === 0 ? errorOf(findings, `${at}.domains`) : undefined)
              }
              onChange={(event) => setDomain(index, event.target.value)}
            />
            {domains.length > 1 && (
              <Button
                look="text"
                size="s"
                onClick={() => onChange({ domains: domains.filter((_, place) => place !== index) })}
              >
                {t('filing.site.removeDomain')}
              </Button>
            )}
          </div>
        ))}
        <Button size="s" onClick={() => onChange({ domains: [...domains, ''] })}>
          {t('filing.site.addDomain')}
        </Button>
        {service.kind === 'website' && (
          <TextField
            id={`${at}.homeUrl`}
            label={t('filing.site.homeUrl')}
            optional={t('optional')}
            value={service.homeUrl ?? ''}
            error={errorOf(findings, `${at}.homeUrl`)}
            onChange={(event) => onChange({ homeUrl: event.target.value })}
          />
        )}
      </Hinted>
      <Hinted hint={t('filing.hint.content')} topics={['serviceContent']}>
        <SelectField
          id={`${at}.content`}
          label={t('filing.site.content')}
          value={service.content ?? ''}
          error={errorOf(findings, `${at}.content`)}
          onChange={(event) => onChange({ content: event.target.value })}
        >
          <option value="">{t('choose')}</option>
          {contents.map((content) => (
            <option key={content} value={content}>
              {t(`filing.content.${content}`)}
            </option>
          ))}
        </SelectField>
        <LanguageFields
          id={`${at}.languages`}
          kind={service.kind}
          value={service.languages ?? []}
          error={errorOf(findings, `${at}.languages`)}
          onChange={(languages) => onChange({ languages })}
        />
      </Hinted>
      <Hinted hint={t('filing.hint.preApproval')} topics={['preApproval']}>
        <ApprovalFields
          at={at}
          value={service.preApprovals ?? []}
          findings={findings}
          onChange={(preApprovals) => onChange({ preApprovals })}
        />
      </Hinted>
      <Hinted hint={t('filing.hint.siteAdmin', { kind: kindWord(service.kind) })}>
        <label className="check">
          <input
            type="checkbox"
            checked={service.principal === undefined}
            onChange={(event) => onChange({ principal: event.target.checked ? undefined : {} })}
          />{' '}
          {t('filing.site.samePrincipal', { kind: kindWord(service.kind) })}
        </label>
      </Hinted>
      {service.principal && (
        <PrincipalFields
          at={`${at}.principal`}
          value={service.principal}
          findings={findings}
          organisation={organisation}
          onChange={(change) => onChange({ principal: { ...service.principal, ...change } })}
        />
      )}
      <Hinted>
        <TextField
          id={`${at}.remark`}
          label={t('filing.subject.remark')}
          optional={t('optional')}
          value={service.remark ?? ''}
          error={errorOf(findings, `${at}.remark`)}
          onChange={(event) => onChange({ remark: event.target.value })}
        />
      </Hinted>
    </>
  )
}
