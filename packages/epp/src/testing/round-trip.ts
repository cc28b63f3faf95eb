import fc from 'fast-check'
import { expect } from 'vitest'
import type { Codec, EppCommand } from '../command.ts'
import type { ExtensionElement } from '../extensions/extension.ts'
import { parseXml } from '../xml/parse.ts'
import { writeXml } from '../xml/write.ts'

/** xs:token: no white space at its ends; its inner characters need every kind of escaping. */
export const token = fc.stringMatching(/^[!-~一-鿿]([ -~一-鿿]{0,14}[!-~一-鿿])?$/)
/** A password keeps the spaces at its ends (xs:normalizedString). */
export const password = fc.stringMatching(/^[ -~]{6,16}$/)
export const instant = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
export const maybe = <T>(inner: fc.Arbitrary<T>) => fc.option(inner, { nil: undefined })
export const some = <T>(inner: fc.Arbitrary<T>) => fc.array(inner, { minLength: 1, maxLength: 3 })
export const record = <T extends object>(shape: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(shape, { noNullPrototype: true })

/** What the codec writes as a document, it reads back the same. */
export function returns<T>(codec: Codec<T> | undefined, values: fc.Arbitrary<T>): void {
  if (!codec) throw new Error('no codec')
  fc.assert(
    fc.property(values, (value) => {
      expect(codec.read(parseXml(writeXml(codec.write(value))))).toEqual(value)
    }),
  )
}

export function request<Req, Res>(command: EppCommand<Req, Res>, values: fc.Arbitrary<Req>): void {
  returns(command.request, values)
}

export function response<Req, Res>(command: EppCommand<Req, Res>, values: fc.Arbitrary<Res>): void {
  returns(command.response, values)
}

export function extension<T>(element: ExtensionElement<T>, values: fc.Arbitrary<T>): void {
  fc.assert(
    fc.property(values, (value) => {
      expect(element.from([parseXml(writeXml(element(value)))])).toEqual(value)
    }),
  )
}
