import { describe, expect, it } from 'vitest'
import { harmless } from './harmless.ts'

describe('an answer before the library sees it', () => {
  it('has text in place of sections, wherever they stand', () => {
    expect(harmless('<a><![CDATA[<b>&]]></a><c><![CDATA[]]>x<![CDATA[]]]]></c>')).toBe(
      '<a>&lt;b&gt;&amp;</a><c>x]]</c>',
    )
    expect(harmless('<a><![CDATA[<!DOCTYPE x>]]></a>')).toBe('<a>&lt;!DOCTYPE x&gt;</a>')
    expect(harmless('<a><![CDATA[never <b>')).toBe('<a><![CDATA[never <b>')
  })

  it('has no document type', () => {
    for (const body of ['<!doctype x><a/>', '<![CDATA[a]]><!DOCTYPE x>', '<![CDATA[never <!DOCTYPE x>'])
      expect(() => harmless(body)).toThrow('document type')
  })

  it('costs time that grows with its size, also with sections that never end', () => {
    const body = '<![CDATA['.repeat(100_000)
    const started = performance.now()
    expect(harmless(body)).toBe(body)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
