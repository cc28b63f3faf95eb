import { expect, it } from 'vitest'
import { sourceAddress } from './source-address.ts'

it('leads from a rule’s source to where it can be read, and nowhere when that is not known', () => {
  const at = (document: string, section = '1', url?: string) =>
    sourceAddress({ document, section, ...(url ? { url } : {}) })
  expect(at('域名命名规则（域名注册说明）', '2.1 中文域名前缀')).toBe('/help/naming-rules')
  expect(at('域名注册（文档版本20210119）', '2.1 中文域名前缀的命名规则')).toBe('/help/naming-rules')
  expect(at('域名注册（文档版本20210119）', '4 注册 .商标 域名')).toBeUndefined()
  expect(at('RFC 5733', '2.4')).toBe('https://www.rfc-editor.org/rfc/rfc5733')
  expect(at('域名实名认证所需资料')).toBe('/help/real-name')
  expect(at('anything', '1', 'https://law.example/')).toBe('https://law.example/')
  expect(at('某省通信管理局通知')).toBeUndefined()
})
