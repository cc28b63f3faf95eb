import type { FilingPlatform, FilingService } from '../../api/filing.ts'
import type { Finding } from '../../api/types.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { State } from '../../design/state.tsx'
import { t } from '../../i18n/text.ts'
import { errorOf } from './errors-of.ts'
import { appSystems, miniHosts } from './filing-words.ts'
import { Hinted } from './hinted.tsx'

interface Props {
  at: string
  service: FilingService
  findings: readonly Finding[] | undefined
  onChange: (change: Partial<FilingService>) => void
}

/** What tells an App, a mini-program or a quick app from others: its platforms, and on each its package, key and certificate. */
export function AppFields({ at, service, findings, onChange }: Props) {
  const platforms = service.app?.platforms ?? []
  const keep = (next: FilingPlatform[]) => onChange({ app: { ...service.app, platforms: next } })
  const set = (place: number, change: Partial<FilingPlatform>) =>
    keep(platforms.map((platform, index) => (index === place ? { ...platform, ...change } : platform)))
  const wrong = errorOf(findings, `${at}.app.platforms`)
  if (service.kind !== 'app')
    return (
      <Hinted hint={t(service.kind === 'quick-app' ? 'filing.hint.quickApp' : 'filing.hint.miniProgram')}>
        <OnePlatform
          at={at}
          kind={service.kind}
          platform={platforms[0] ?? { platform: service.kind === 'quick-app' ? 'quick-app' : '' }}
          error={wrong}
          onChange={(platform) => keep([platform])}
        />
      </Hinted>
    )
  const left = appSystems.filter((system) => !platforms.some(({ platform }) => platform === system))
  return (
    <Hinted hint={t('filing.hint.app')}>
      <fieldset className="platforms">
        <legend className="lab">{t('filing.app.platforms')}</legend>
        {platforms.map((platform, place) => (
          <div key={platform.platform} className="site">
            <div className="head">
              <h3>{t(`filing.platform.${platform.platform as 'android'}`)}</h3>
              <Button look="text" size="s" onClick={() => keep(platforms.filter((_, index) => index !== place))}>
                {t('filing.app.removePlatform', { platform: t(`filing.platform.${platform.platform as 'android'}`) })}
              </Button>
            </div>
            <TextField
              id={`${at}.app.platforms.${place}.packageId`}
              label={t(platform.platform === 'ios' ? 'filing.app.bundleId' : 'filing.app.packageId')}
              value={platform.packageId ?? ''}
              autoComplete="off"
              onChange={(event) => set(place, { packageId: event.target.value })}
            />
            <TextField
              id={`${at}.app.platforms.${place}.publicKey`}
              label={t('filing.app.publicKey')}
              value={platform.publicKey ?? ''}
              autoComplete="off"
              onChange={(event) => set(place, { publicKey: event.target.value })}
            />
            <TextField
              id={`${at}.app.platforms.${place}.fingerprint`}
              label={t(platform.platform === 'ios' ? 'filing.app.sha1' : 'filing.app.md5')}
              value={platform.fingerprint ?? ''}
              autoComplete="off"
              onChange={(event) => set(place, { fingerprint: event.target.value })}
            />
          </div>
        ))}
        <div className="acts">
          {left.map((system) => (
            <Button key={system} size="s" onClick={() => keep([...platforms, { platform: system }])}>
              {t('filing.app.addPlatform', { platform: t(`filing.platform.${system}`) })}
            </Button>
          ))}
        </div>
        {wrong && (
          <p className="err">
            <State shape="fail">{wrong}</State>
          </p>
        )}
      </fieldset>
    </Hinted>
  )
}

interface OneProps {
  at: string
  kind: string
  platform: FilingPlatform
  error: string | undefined
  onChange: (platform: FilingPlatform) => void
}

/** A mini-program has one party that runs it, a quick app its package alone. */
function OnePlatform({ at, kind, platform, error, onChange }: OneProps) {
  const id = `${at}.app.platforms.0`
  return (
    <>
      {kind === 'mini-program' && (
        <SelectField
          id={`${id}.platform`}
          label={t('filing.app.host')}
          value={platform.platform}
          onChange={(event) => onChange({ ...platform, platform: event.target.value })}
        >
          {platform.platform === '' && <option value="">{t('choose')}</option>}
          {miniHosts.map((host) => (
            <option key={host} value={host}>
              {t(`filing.platform.${host}`)}
            </option>
          ))}
        </SelectField>
      )}
      <TextField
        id={`${id}.packageId`}
        label={t(kind === 'mini-program' ? 'filing.app.appId' : 'filing.app.packageId')}
        value={platform.packageId ?? ''}
        error={error}
        autoComplete="off"
        onChange={(event) =>
          onChange({ ...platform, platform: platform.platform || 'wechat', packageId: event.target.value })
        }
      />
    </>
  )
}
