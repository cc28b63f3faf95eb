import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Codec } from '../command.ts'
import { writeResponse } from '../frame/response.ts'
import { parseXml } from '../xml/parse.ts'
import { XmlRejected } from '../xml/rejected.ts'
import { writeXml } from '../xml/write.ts'
import { nvCheck } from './check.ts'
import { type NvCreated, nvCreate, nvRefusal } from './create.ts'
import { type NvInfoData, nvInfo } from './info.ts'
import { ns } from './parts.ts'
import { nvPending } from './pending.ts'
import { nvUpdate } from './update.ts'

const token = fc.stringMatching(/^[!-~一-鿿]([ -~一-鿿]{0,14}[!-~一-鿿])?$/)
const base64 = fc.uint8Array({ minLength: 1, maxLength: 99 }).map((bytes) => Buffer.from(bytes).toString('base64'))
const maybe = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: undefined })
const some = <T>(inner: fc.Arbitrary<T>) => fc.array(inner, { minLength: 1, maxLength: 3 })
const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { noNullPrototype: true })
const only = <const T>(value: T) => fc.constant(value)
const codeValue = fc.stringMatching(/^[1-9][0-9]{0,3}-[A-Za-z0-9]{1,20}$/)
const code = { code: codeValue, type: token }
const input = fc.oneof(
  record({ kind: only('dnv'), name: token, rnvCode: maybe(codeValue) }),
  record({
    kind: only('rnv'),
    role: fc.constantFrom('person' as const, 'org' as const),
    name: token,
    num: token,
    proofType: fc.constantFrom('poc' as const, 'poe' as const, 'poot' as const),
    documents: fc.array(record({ fileType: fc.constantFrom('pdf' as const, 'jpg' as const), content: base64 }), {
      maxLength: 2,
    }),
  }),
)

function returns<T>(codec: Codec<T> | undefined, values: fc.Arbitrary<T>): void {
  if (!codec) throw new Error('no codec')
  fc.assert(
    fc.property(values, (value) => {
      expect(codec.read(parseXml(writeXml(codec.write(value))))).toEqual(value)
    }),
  )
}

describe('the object of a verification service', () => {
  it('is read back as it was written, in every command and answer', () => {
    returns(nvCheck.request, record({ labels: some(token) }))
    const checked = { label: token, available: fc.boolean(), restricted: fc.boolean() }
    returns(
      nvCheck.response,
      record({
        results: some(fc.oneof(record(checked), record({ ...checked, reason: token, lang: maybe(only('zh')) }))),
      }),
    )
    returns(nvCreate.request, record({ input, pw: token }))
    returns<NvCreated>(
      nvCreate.response,
      fc.oneof(
        record({ result: only('success'), ...code, crDate: token, encodedSignedCode: base64 }),
        record({ result: only('pending'), ...code, crDate: token }),
        record({ result: only('failed'), message: token }),
      ),
    )
    returns(
      nvInfo.request,
      record({
        type: maybe(fc.constantFrom('signedCode' as const, 'input' as const)),
        code: codeValue,
        pw: maybe(token),
      }),
    )
    returns<NvInfoData>(
      nvInfo.response,
      fc.oneof(
        record({ kind: only('signedCode'), ...code, encodedSignedCode: base64, pw: maybe(token) }),
        record({ kind: only('input'), input, pw: maybe(token) }),
      ),
    )
    returns(nvUpdate.request, record({ code: codeValue, pw: token }))
    returns(nvPending, record({ ...code, passed: fc.boolean(), message: token, paDate: token }))
  })

  it('is refused when it is neither a name nor a holder, or of a role or status that nobody knows', () => {
    const create = (inner: string) =>
      parseXml(`<e:create xmlns:e="urn:e" xmlns:nv="${ns}"><nv:create>${inner}</nv:create></e:create>`)
    const auth = '<nv:authInfo><nv:pw>x</nv:pw></nv:authInfo>'
    expect(() => nvCreate.request.read(create(auth))).toThrow(XmlRejected)
    const holder = '<nv:name>a</nv:name><nv:num>1</nv:num><nv:proofType>poc</nv:proofType>'
    expect(() => nvCreate.request.read(create(`<nv:rnv role="robot">${holder}</nv:rnv>${auth}`))).toThrow(XmlRejected)
    expect(() => nvCreate.request.read(create(`<nv:dnv><nv:name>a</nv:name></nv:dnv>`))).toThrow(XmlRejected)
    const ended = parseXml(
      `<nv:panData xmlns:nv="${ns}"><nv:code type="domain">1-a</nv:code><nv:paStatus s="pendingCompliance"/></nv:panData>`,
    )
    expect(() => nvPending.read(ended)).toThrow(XmlRejected)
  })

  it('says in its own words why it refused', () => {
    const answer = (created?: NvCreated) => {
      const data = created && nvCreate.response?.write(created)
      return { raw: writeResponse({ code: 2004, ...(data ? { data } : {}) }, { svTRID: 's' }, () => 'no') }
    }
    expect(nvRefusal(answer({ result: 'failed', message: '证件与主体不符' }))).toBe('证件与主体不符')
    expect(nvRefusal(answer())).toBeUndefined()
    expect(nvRefusal(answer({ result: 'pending', code: '1-a', type: 'domain', crDate: 'x' }))).toBeUndefined()
  })
})
