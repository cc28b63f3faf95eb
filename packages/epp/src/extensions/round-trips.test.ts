import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Codec } from '../command.ts'
import { poll } from '../poll/poll.ts'
import { parseXml } from '../xml/parse.ts'
import { writeXml } from '../xml/write.ts'
import { changePoll, type ExtensionElement, loginSec, namestoreExt, rgp } from './index.ts'

const token = fc.stringMatching(/^[!-~一-鿿]([ -~一-鿿]{0,14}[!-~一-鿿])?$/)
const maybe = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: undefined })
const some = <T>(inner: fc.Arbitrary<T>) => fc.array(inner, { minLength: 1, maxLength: 3 })
const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { noNullPrototype: true })

function extension<T>(element: ExtensionElement<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(element.from([parseXml(writeXml(element(value)))])).toEqual(value)
    }),
  )
}

function returns<T>(codec: Codec<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(codec.read(parseXml(writeXml(codec.write(value))))).toEqual(value)
    }),
  )
}

describe('what is written is read back the same', () => {
  it('for poll', () => {
    returns(
      poll.request,
      fc.oneof(record({ op: fc.constant('req' as const) }), record({ op: fc.constant('ack' as const), msgID: token })),
    )
  })

  it('for rgp', () => {
    const statuses = some(record({ s: token, lang: maybe(fc.constant('zh')), text: maybe(token) }))
    extension(rgp.elements.infData, statuses)
    extension(rgp.elements.upData, statuses)
    const report = record({
      preData: token,
      postData: token,
      delTime: token,
      resTime: token,
      resReason: token,
      statements: some(token),
      other: maybe(token),
    })
    extension(
      rgp.elements.update,
      fc.oneof(record({ op: fc.constant('request' as const) }), record({ op: fc.constant('report' as const), report })),
    )
  })

  it('for loginSec', () => {
    extension(
      loginSec.elements.loginSec,
      record({
        userAgent: maybe(record({ app: maybe(token), tech: maybe(token), os: maybe(token) })),
        pw: maybe(token),
        newPW: maybe(token),
      }),
    )
  })

  it('for namestoreExt', () => {
    extension(namestoreExt.elements.namestoreExt, token)
    extension(namestoreExt.elements.nsExtErrData, record({ code: token, message: token }))
  })

  it('for changePoll', () => {
    extension(
      changePoll.elements.changeData,
      record({
        state: maybe(fc.constantFrom('before' as const, 'after' as const)),
        operation: fc.constantFrom('create' as const, 'update' as const, 'custom' as const),
        op: maybe(token),
        date: token,
        svTRID: token,
        who: token,
        caseId: maybe(
          record({ id: token, type: fc.constantFrom('udrp' as const, 'urs' as const), name: maybe(token) }),
        ),
        reason: maybe(token),
      }),
    )
  })
})
