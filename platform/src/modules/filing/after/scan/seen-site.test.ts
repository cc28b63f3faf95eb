import { checkSite } from '@yuming/filing'
import { describe, expect, it } from 'vitest'
import type { SiteSight } from '../../probe/site-probe.ts'
import { type FiledName, seenSite } from './seen-site.ts'

const name: FiledName = {
  ascii: 'shanyue.cn',
  number: '浙ICP备20260001号-1',
  ips: ['203.0.113.10'],
  alsoOurs: new Set(['203.0.113.20']),
  failedLooks: 0,
}
const link = '<a href="https://beian.miit.gov.cn/">'
const page = (foot: string): SiteSight => ({
  open: true,
  because: 'page',
  addresses: ['203.0.113.10'],
  status: 200,
  page: { url: 'http://shanyue.cn/', text: `<html><body><h1>山月</h1>${'茶'.repeat(120)}${foot}</body></html>` },
})
const found = (sight: SiteSight, changes: Partial<FiledName> = {}) =>
  checkSite(seenSite({ ...name, ...changes }, sight), { day: '2026-11-24', province: '330000' }).map(({ rule }) => rule)

describe('what a look at a filed site tells', () => {
  it('is nothing against one that opens at the filed address with its number, linked', () => {
    expect(found(page(`${link}浙ICP备20260001号-1</a>`))).toEqual([])
    // As people write it, and beside the numbers of others.
    expect(found(page(`京ICP备12345678号 ${link}浙 ICP 备 20260001 号－1</a>`))).toEqual([])
  })

  it('is the number that is missing, another one, or not linked', () => {
    expect(found(page(''))).toEqual(['SITE-FOOTER-01'])
    expect(found(page('浙ICP备20260001号-1'))).toEqual(['SITE-FOOTER-02'])
    expect(found(page(`${link}浙ICP备20260001号-2</a>`))).toEqual(['SITE-FOOTER-03'])
    expect(found(page(`${link}浙ICP证20260001号</a>`))).toEqual(['SITE-FOOTER-01'])
  })

  it('is not known of a page that scripts fill in, or that was cut off before its foot', () => {
    const text = (text: string): SiteSight => ({ ...page(''), page: { url: 'http://shanyue.cn/', text } })
    expect(found(text('<html><body><div id="app"></div><script src="/app.js"></script></body></html>'))).toEqual([])
    expect(found(text(`<html><body>${'茶'.repeat(200)}`))).toEqual([])
  })

  it('is an address that is not filed, and nothing against another address of ours', () => {
    const at = (...addresses: string[]): SiteSight => ({ open: true, because: 'page', addresses, status: 200 })
    expect(found(at('203.0.113.10', '198.51.100.1'))).toEqual(['SITE-ADDRESS-01'])
    expect(found(at('203.0.113.20'))).toEqual([])
    expect(found(at('198.51.100.1'), { ips: [] })).toEqual([])
  })

  it('is a site that does not open only after the second look', () => {
    const closed: SiteSight = { open: false, because: 'refused', addresses: ['203.0.113.10'] }
    expect(found(closed, { failedLooks: 1 })).toEqual([])
    expect(found(closed, { failedLooks: 2 })).toEqual(['SITE-OPEN-01'])
    expect(found({ open: undefined, because: 'dns', addresses: [] }, { failedLooks: 5 })).toEqual([])
  })
})
