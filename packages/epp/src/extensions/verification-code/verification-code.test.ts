import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml } from '../../xml/parse.ts'
import { XmlRejected } from '../../xml/rejected.ts'
import { writeXml } from '../../xml/write.ts'
import type { ExtensionElement } from '../extension.ts'
import { type Compliance, type ProfileCompliance, verificationCode } from './verification-code.ts'

const { encodedSignedCode, infData, info } = verificationCode.elements
const ns = `xmlns:v="${verificationCode.uri}"`
const token = fc.stringMatching(/^[!-~一-鿿]([ -~一-鿿]{0,14}[!-~一-鿿])?$/)
const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
const maybe = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: undefined })
const some = <T>(inner: fc.Arbitrary<T>) => fc.array(inner, { minLength: 1, maxLength: 3 })
const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { noNullPrototype: true })
const code = fc.stringMatching(/^[1-9][0-9]{0,3}-[A-Za-z0-9]{1,20}$/)
const status = fc.constantFrom<Compliance[]>('notApplicable', 'nonCompliant', 'pendingCompliance', 'compliant')
const profile: fc.Arbitrary<ProfileCompliance> = record({
  name: maybe(token),
  status,
  missing: maybe(some(record({ type: token, due: instant }))),
  set: maybe(some(record({ type: token, date: instant, code }))),
})

function returns<T>(element: ExtensionElement<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(element.from([parseXml(writeXml(element(value)))])).toEqual(value)
    }),
  )
}

describe('verification codes', () => {
  it('are read back as they were written', () => {
    returns(
      encodedSignedCode,
      some(fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('base64'))),
    )
    returns(info, record({ profile: maybe(token) }))
    returns(infData, record({ status, profiles: fc.array(profile, { maxLength: 3 }) }))
  })

  it('may be folded into lines, as base64 often is, and need not say that they are base64', () => {
    const folded = parseXml(`<v:encodedSignedCode ${ns}><v:code>\n  YWJj\n  ZGVm\n</v:code></v:encodedSignedCode>`)
    expect(encodedSignedCode.from([folded])).toEqual(['YWJjZGVm'])
  })

  it('in another encoding are refused', () => {
    const other = parseXml(`<v:encodedSignedCode ${ns}><v:code encoding="hex">00</v:code></v:encodedSignedCode>`)
    expect(() => encodedSignedCode.from([other])).toThrow(XmlRejected)
  })

  it('of an unknown status are refused', () => {
    const unknown = parseXml(`<v:infData ${ns}><v:status>notCompliant</v:status></v:infData>`)
    expect(() => infData.from([unknown])).toThrow(XmlRejected)
  })
})
