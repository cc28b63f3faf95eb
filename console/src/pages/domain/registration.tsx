import type { Domain } from '../../api/types.ts'
import { State } from '../../design/state.tsx'
import { longDate } from '../../i18n/format.ts'
import { pick } from '../../i18n/locale.ts'
import { t } from '../../i18n/text.ts'

export function Registration({ domain }: { domain: Domain }) {
  const { registration } = domain
  return (
    <section className="panel">
      <h2>{t('domain.registration')}</h2>
      <dl className="facts">
        <div>
          <dt>{t('templates.holder')}</dt>
          <dd>
            {pick(registration.holder)}
            {registration.agentHeld && t('quick.ofAgent')}
          </dd>
        </div>
        <div>
          <dt>{t('field.email')}</dt>
          <dd>
            {registration.email}
            <br />
            <State shape={registration.emailVerified ? 'ok' : 'you'}>
              {t(registration.emailVerified ? 'template.emailVerified' : 'template.emailUnverified')}
            </State>
          </dd>
        </div>
        <div>
          <dt>{t('domain.statuses')}</dt>
          <dd>
            {registration.pendingVerification !== null && (
              <>
                <code>pendingVerification</code>
                <br />
                <small>{t('domain.pendingVerification', { date: longDate(registration.pendingVerification) })}</small>
                <br />
              </>
            )}
            {registration.statuses.map((status) => (
              <span key={status}>
                <code>{status}</code>{' '}
              </span>
            ))}
          </dd>
        </div>
        <div>
          <dt>{t('domain.front')}</dt>
          <dd>{registration.front ? t(`site.${registration.front}`) : t('domain.frontUnknown')}</dd>
        </div>
        <div>
          <dt>{t('domain.roid')}</dt>
          <dd>{registration.roid ? <code>{registration.roid}</code> : '–'}</dd>
        </div>
        <div>
          <dt>DNSSEC</dt>
          <dd>{t(registration.dnssec ? 'domain.dnssecOn' : 'domain.dnssecOff')}</dd>
        </div>
        <div>
          <dt>{t('domain.nameservers')}</dt>
          <dd>
            {registration.nameservers.length === 0
              ? t('domain.noNameserver')
              : registration.nameservers.map((server) => (
                  <span className="ns" key={server}>
                    {server}
                    <br />
                  </span>
                ))}
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t('domain.raw')}</summary>
        <code className="raw">
          {registration.statuses.map((status) => `status: ${status}\n`).join('')}
          {JSON.stringify(domain.raw, null, 2)}
        </code>
      </details>
    </section>
  )
}
