import { describe, expect, it } from 'vitest'
import { noticeTexts, renderNotice } from './texts.ts'

describe('texts', () => {
  it('exist in both languages with the same parameters', () => {
    const holes = (text: string) => [...new Set(text.match(/\{[a-z]+\}/g))].sort()
    for (const { subject, body } of Object.values(noticeTexts)) {
      expect(holes(subject.en)).toEqual(holes(subject.zh))
      expect(holes(body.en)).toEqual(holes(body.zh))
    }
  })

  it('urge to settle soon (S0-24)', () => {
    expect(noticeTexts['order.placed'].body.zh).toContain('请尽快结算')
  })

  it('never leave with a hole, and keep a subject on one line', () => {
    expect(() => renderNotice('phone.code', 'zh', { code: '1' })).toThrow('lacks minutes')
    const { subject } = renderNotice('order.placed', 'zh', { number: '1\r\nBcc: x', names: 'a.cn', link: '' })
    expect(subject).not.toMatch(/[\r\n]/)
  })
})
