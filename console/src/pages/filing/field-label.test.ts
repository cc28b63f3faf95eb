import { describe, expect, it } from 'vitest'
import { filingText } from '../../i18n/zh/filing.ts'
import { labelKey, placeOf, plainField } from './field-label.ts'

describe('fields that a bureau’s record misses', () => {
  it('are called as the wizard calls them, wherever they stand in a list', () => {
    const called = (field: string) => (filingText as Record<string, string>)[labelKey(field)]
    expect(plainField('services[0].contents[0]')).toBe('services.contents')
    expect(
      [
        'subject.nature',
        'subject.certificate.address',
        'services.0.content',
        'services[0].names',
        'services[0].contents[0]',
        'services[0].accesses',
        'services.0.access.1.ips',
        'subject.principal.officePhones',
        'services.0.principal.certificate.number',
      ].map(called),
    ).toEqual([
      '主办单位性质',
      '证件住所',
      '服务内容',
      '{{kind}}名称',
      '服务内容',
      '产品',
      '服务器IP地址',
      '办公电话',
      '负责人证件号码',
    ])
  })

  it('are one with the field of the draft, and not with that of another site', () => {
    expect(placeOf('services[0].contents[0]')).toBe(placeOf('services.0.content'))
    expect(placeOf('services[0].names')).not.toBe(placeOf('services[1].names'))
  })

  it('are told without a name where the wizard has no such field', () => {
    expect((filingText as Record<string, string>)[labelKey('somethingElse')]).toBeUndefined()
  })
})
