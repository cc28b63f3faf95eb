import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { domainCheck } from '../domain/check.ts'
import { rgp } from '../extensions/index.ts'
import { instant, maybe, record, some, token } from '../testing/round-trip.ts'
import { elementsOf } from '../xml/element.ts'
import { parseXml } from '../xml/parse.ts'
import { readClientDocument, readCommand, writeCommand } from './command-frame.ts'
import { readResponse, writeResponse } from './response.ts'
import { resultMessage } from './result-codes.ts'

const clTRID = fc.stringMatching(/^[!-~]([ -~]{1,62}[!-~]|[!-~]{2})$/)
const strange = fc
  .tuple(fc.webUrl(), fc.stringMatching(/^[a-z]{1,8}$/), token)
  .map(([uri, name, text]) => elementsOf(uri)(name, text))

describe('an envelope', () => {
  it('gives back a command, its extensions and its transaction id', () => {
    fc.assert(
      fc.property(some(token), clTRID, fc.array(strange, { maxLength: 2 }), (names, id, extensions) => {
        const found = readClientDocument(
          parseXml(writeCommand(domainCheck, { names }, { clTRID: id, extensions: [...extensions] })),
        )
        const frame = found.kind === 'command' ? readCommand(found) : undefined
        expect(frame).toEqual({ command: domainCheck, request: { names }, extensions, clTRID: id })
      }),
    )
  })

  it('gives back everything a server says, whatever language it says it in', () => {
    const reason = record({ value: maybe(strange), reason: token })
    const queue = record({ count: fc.nat(10 ** 6), id: token, date: maybe(instant), message: maybe(token) })
    const said = record({
      code: fc.integer({ min: 1000, max: 2599 }),
      message: token,
      values: fc.array(strange, { maxLength: 2 }),
      queue: maybe(queue),
      extensions: fc.array(strange, { maxLength: 2 }),
    })
    fc.assert(
      fc.property(
        said,
        fc.array(reason, { maxLength: 2 }),
        maybe(clTRID),
        token,
        ({ queue, ...rest }, reasons, id, svTRID) => {
          const raw = writeResponse(
            { ...rest, ...(queue ? { queue } : {}), reasons },
            { ...(id === undefined ? {} : { clTRID: id }), svTRID },
            resultMessage,
          )
          const undef = elementsOf('urn:ietf:params:xml:ns:epp-1.0')('undef')
          expect(readResponse(parseXml(raw), raw)).toEqual({
            ...rest,
            ...(queue ? { queue } : {}),
            // RFC 5730 §2.6: where there is nothing to quote, the value is `undef`.
            reasons: reasons.map(({ value, reason: why }) => ({ value: value ?? undef, reason: why })),
            ...(id === undefined ? {} : { clTRID: id }),
            svTRID,
            raw,
          })
        },
      ),
    )
  })

  it('gives data back only with a success (RFC 5730 §2.6)', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 2599 }), token, (code, name) => {
        const data = { results: [{ name, available: true }] }
        const element = domainCheck.response?.write(data)
        const raw = writeResponse({ code, ...(element ? { data: element } : {}) }, { svTRID: 'SV-1' }, resultMessage)
        expect(readResponse(parseXml(raw), raw, domainCheck).data).toEqual(code < 2000 ? data : undefined)
      }),
    )
  })

  it.each([999, 200, 2600, 10_000, -1])('with the result code %i is refused', (code) => {
    const raw = writeResponse({ code, extensions: [rgp.elements.upData([{ s: 'ok' }])] }, { svTRID: 'SV-1' }, () => 'x')
    expect(() => readResponse(parseXml(raw), raw)).toThrow(`${code} is no result code`)
  })
})
