import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainCreate } from '../domain/create.ts'
import { elementsOf } from '../xml/element.ts'
import { writeXml } from '../xml/write.ts'
import { writeCommand } from './command-frame.ts'
import { redactFrame } from './redact.ts'

const golden = (file: string): string => readFileSync(join(import.meta.dirname, '../../golden', file), 'utf8')

describe('a frame in a log', () => {
  it('has no password of a login, old or new, in the core or in loginSec', () => {
    const core = redactFrame(golden('session/login.request.xml'))
    expect(core).not.toMatch(/foo-BAR2|bar-FOO2/)
    expect(core).toContain('<clID>YUMING-1</clID>')
    expect(redactFrame(golden('login-sec/login.request.xml'))).not.toMatch(/longer password|newer one/)
  })

  it('has no transfer password, in requests and in responses', () => {
    for (const file of [
      'domain/create.request.xml',
      'domain/info.response.xml',
      'contact/create.request.xml',
      'domain/transfer.request.xml',
    ]) {
      expect(redactFrame(golden(file))).not.toContain('2fooBAR')
    }
  })

  it('has no identity number and no mobile number, but keeps the handles of a domain', () => {
    for (const file of [
      'cnnic-contact/create.request.xml',
      'cnnic-contact/info.response.xml',
      'cnnic-contact/update.request.xml',
    ]) {
      expect(redactFrame(golden(file))).not.toMatch(/11010519491231002X|110000000000001|\+86\.13[89]00000000/)
    }
    expect(redactFrame(golden('domain/info.response.xml'))).toContain(
      '<domain:contact type="tech">TECH-1</domain:contact>',
    )
  })

  it('has nothing of who a person is or where, but keeps the names of domains', () => {
    const contact = redactFrame(golden('contact/create.request.xml'))
    for (const open of ['name', 'org', 'street', 'pc', 'voice', 'email'])
      for (const [, content] of contact.matchAll(new RegExp(`<contact:${open}\\b[^>]*[^/]>([^<]*)<`, 'g')))
        expect([open, content]).toEqual([open, '***'])
    expect(contact.match(/<contact:name>\*\*\*</g)?.length).toBeGreaterThan(0)
    expect(redactFrame(golden('nv/create-person.request.xml'))).toMatch(/<nv:name>\*\*\*</)
    expect(redactFrame('<c:postalInfo type="int"> <!-- x --> <c:name><![CDATA[secret')).not.toContain('secret')
    const domain = golden('domain/info.response.xml')
    expect(redactFrame(domain)).toContain(/<domain:name>[^<]+</.exec(domain)?.[0])
  })

  it('has no number and no picture of a paper that is sent to a verification service', () => {
    for (const file of ['nv/create-person.request.xml', 'nv/info-person-input.response.xml'])
      expect(redactFrame(golden(file))).not.toMatch(/11010519491231002X|AAQ|JVBER|2fooBAR/)
  })

  it('keeps nothing back through CDATA, comments, odd prefixes, attributes or a missing end', () => {
    for (const hidden of [
      '<pw><![CDATA[secret</pw>secret]]></pw>',
      '<pw>a<!-- </pw> -->secret</pw>',
      '<名:pw>secret</名:pw>',
      '<d:pw roid="a>b">secret</d:pw>',
      "<d:pw\n roid='x'\n>secret</d:pw>",
      '<pw>secret',
      '<pw>a<b>secret</pw>',
      '<pw><![CDATA[secret',
    ]) {
      expect(redactFrame(`<epp>${hidden}`)).not.toContain('secret')
    }
    expect(redactFrame('<pw/><a>kept</a>')).toBe('<pw/><a>kept</a>')
  })

  it('changes nothing but the secrets, and is stable when repeated', () => {
    const frame = golden('domain/check.request.xml')
    expect(redactFrame(frame)).toBe(frame)
    const once = redactFrame(golden('domain/create.request.xml'))
    expect(redactFrame(once)).toBe(once)
  })

  it('hides every password that can be written', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[!-~一-鿿]{6,30}$/), (pw) => {
        const xml = writeCommand(domainCreate, { name: 'example.cn', authInfo: { pw } }, { clTRID: 'ABC-1' })
        expect(redactFrame(xml)).toBe(
          writeCommand(domainCreate, { name: 'example.cn', authInfo: { pw: '***' } }, { clTRID: 'ABC-1' }),
        )
      }),
    )
  })

  it('takes time that grows with a hostile text, not with its square', () => {
    const size = 1 << 20
    for (const unit of [
      ...['<pw ', '<pw a="', '<pw><![CDATA[', '<a:pw><', '<contact "', '<contact type="tech">', "<a:name b='"],
      ...[
        '<rnv><!--',
        '<rnv><!-- - -->',
        '<rnv><!-- --> ',
        '<pw><!-- -->',
        '<rnv>',
        '<rnv ',
        '<name>',
        '<',
        '<a:',
        '<!--',
      ],
    ]) {
      // A megabyte takes some milliseconds; the square of it, a million million steps, would never come to an end here.
      expect(redactFrame(unit.repeat(size / unit.length)).length).toBeGreaterThan(0)
    }
    expect(redactFrame(`<rnv>${'<!-- - -->'.repeat(20_000)}<pw>secret</pw>`)).not.toContain('secret')
    expect(redactFrame('<rnv><!-- <rnv> </rnv> --><name>secret</name>')).not.toContain('secret')
    expect(redactFrame('<contact type="x" <pw>secret</pw>')).not.toContain('secret')
    expect(writeXml(elementsOf('urn:x')('pw', 'secret'))).toContain('secret')
  })

  it('takes pictures of papers of any size', () => {
    const picture = 'A'.repeat(16 << 20)
    expect(redactFrame(`<nv:fileContent>${picture}</nv:fileContent>`)).toBe('<nv:fileContent>***</nv:fileContent>')
  })
})
