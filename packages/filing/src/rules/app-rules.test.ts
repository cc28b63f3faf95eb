import { describe, expect, it } from 'vitest'
import { explainFiling } from '../explain/filing-topic.ts'
import { changed } from '../testing/change.ts'
import drafts from '../testing/drafts.json' with { type: 'json' }

const day = '2026-11-24'
const android = {
  platform: 'android',
  packageId: 'cn.shanyue.tea',
  publicKey: 'a1b2c3',
  fingerprint: '0123456789abcdef0123456789abcdef',
}
const rulesOf = (changes: Readonly<Record<string, unknown>>) =>
  explainFiling(changed(drafts.company, { 'services.0.kind': 'app', ...changes }), day)
    .findings.map(({ rule }) => rule)
    .filter((rule) => /^(APP|MINI)-/.test(rule))
const whole = { check: 'before-submission', 'services.0.app': { platforms: [android], iconBytes: 60_000 } }

describe('an App before it is handed in', () => {
  it('has a platform, on each its package, key and certificate, and an icon', () => {
    expect(rulesOf(whole)).toEqual([])
    expect(rulesOf({ ...whole, 'services.0.app': { platforms: [] } })).toEqual(['APP-ICON-02', 'APP-PLATFORM-02'])
    for (const part of ['packageId', 'publicKey', 'fingerprint'])
      expect(rulesOf({ ...whole, 'services.0.app.platforms.0': { ...android, [part]: ' ' } })).toContain(
        'APP-FEATURE-02',
      )
    // While it is being written nothing is missing yet.
    expect(rulesOf({ 'services.0.app': { platforms: [] } })).toEqual([])
  })

  it('shows MD5 for Android and SHA-1 for iOS, and names domains down to the fourth level', () => {
    const ios = { ...android, platform: 'ios' }
    expect(rulesOf({ ...whole, 'services.0.app.platforms.0': ios })).toEqual(['APP-FEATURE-01'])
    const sha1 = { ...ios, fingerprint: `${android.fingerprint}01234567` }
    expect(rulesOf({ ...whole, 'services.0.app.platforms.0': sha1 })).toEqual([])
    expect(rulesOf({ ...whole, 'services.0.domains': ['v1.api.shanyue.cn'] })).toEqual([])
    expect(rulesOf({ ...whole, 'services.0.domains': ['eu.v1.api.shanyue.cn'] })).toEqual(['APP-DOMAIN-01'])
  })

  it('of a mini-program or a quick app is its platform and id, with an advice that the platform usually files it', () => {
    const kind = (of: string, platform?: object) =>
      rulesOf({
        ...whole,
        'services.0.kind': of,
        'services.0.app': { platforms: platform === undefined ? [] : [platform] },
      })
    const mini = 'mini-program'
    expect(kind(mini, { platform: 'wechat', packageId: 'wx0123456789abcdef' })).toEqual(['MINI-PLATFORM-01'])
    expect(kind(mini, { platform: 'android', packageId: 'wx0123456789abcdef' })).toContain('MINI-FEATURE-01')
    expect(kind('quick-app', { platform: 'quick-app', packageId: 'cn.shanyue.tea' })).toEqual(['MINI-PLATFORM-01'])
    expect(kind('quick-app')).toContain('MINI-FEATURE-01')
    const { verdict, findings } = explainFiling(changed(drafts.company, { 'services.0.kind': mini }), day)
    expect([verdict, findings.map(({ severity }) => severity)]).toEqual(['allowed', ['advise']])
  })
})
