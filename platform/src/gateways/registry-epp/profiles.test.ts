import { writeXml } from '@yuming/epp'
import { describe, expect, it } from 'vitest'
import type { Registrant } from '../../modules/domains/ports.ts'
import { contactExtensions, createExtensions } from './extensions.ts'
import { profileOf } from './profiles.ts'

const holder: Registrant = {
  template: 't',
  revision: 1,
  holderType: 'organisation',
  name: { zh: '小桥科技有限公司', en: 'Xiaoqiao Ltd' },
  contact: { zh: '王小桥', en: 'Wang Xiaoqiao' },
  region: 'CN',
  province: { zh: '浙江', en: 'Zhejiang' },
  city: { zh: '杭州', en: 'Hangzhou' },
  street: { zh: '文三路1号', en: '1 Wensan Road' },
  postcode: '310000',
  phone: '+86.13800000000',
  email: 'a@b.example',
  certificate: { kind: 'uscc', number: '91330100MA00000000' },
}

describe('how a registry is spoken to is configuration', () => {
  it('whatever the registry is called', () => {
    const one = profileOf({ id: 'verisign', profile: 'com-net' })
    expect(profileOf({ id: 'thin', profile: 'com-net' })).toEqual(one)
    expect(one).toMatchObject({ contacts: false, codes: true, subProducts: { com: 'COM', net: 'NET' } })
    expect(profileOf({ id: 'cn', profile: 'gtld' })).toMatchObject({ cnnic: false, contacts: true })
  })

  it('with single fields that differ', () => {
    const abroad = profileOf({ id: 'verisign', profile: 'com-net', differs: { codes: false, checkBatch: 13 } })
    expect(abroad).toMatchObject({ contacts: false, codes: false, checkBatch: 13 })
  })

  it("sends the agent's own id to CNNIC, on names and contacts", () => {
    const profile = profileOf({ id: 'cnnic', profile: 'cnnic', purveyor: 'agent-0471' })
    const sent = [...createExtensions(profile, 'a.cn', 'organisation'), ...contactExtensions(profile, holder)].map(
      writeXml,
    )
    expect(sent).toHaveLength(2)
    for (const xml of sent) expect(xml).toMatch(/purveyor>agent-0471</)
  })

  it('names the language of a Chinese label under .com, and of no other', () => {
    const sent = (profile: string, ascii: string) =>
      createExtensions(profileOf({ id: 'r', profile }), ascii, 'person')
        .map(writeXml)
        .join('')
    expect(sent('com-net', 'xn--rht69vmyw.com')).toMatch(/epp\/idnLang-1\.0">CHI</)
    expect(sent('com-net', 'shanyue.com')).not.toContain('idnLang')
    expect(sent('gtld', 'xn--rht69vmyw.xyz')).toBe('')
  })

  it.each([
    [{ profile: 'cnic' }, /"r" the profile "cnic", which is none of gtld, chinese-gtld, com-net, cnnic/],
    [{ profile: 'toString' }, /the profile "toString", which is none of/],
    [{ profile: 'cnnic' }, /wants the agent's id on every object: set its `purveyor`/],
    [{ profile: 'cnnic', purveyor: 'ab' }, /3 to 16 characters/],
    [{ profile: 'gtld', differs: { checkBatch: 0 } }, /"r" cannot be used: differs\.checkBatch:/],
    [{ profile: 'gtld', differs: { contact: false } }, /"r" cannot be used: differs:.*contact/],
  ])('and is refused with a sentence when it cannot be: %j', (choice, sentence) => {
    expect(() => profileOf({ id: 'r', ...choice })).toThrow(sentence)
  })
})
