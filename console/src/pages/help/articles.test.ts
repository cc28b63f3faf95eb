import { describe, expect, it } from 'vitest'
import { guides } from '../filing/guides.ts'
import { articles as en } from './en/articles.ts'
import { articles as zh } from './zh/articles.ts'

const slugs = new Set(zh.map(({ slug }) => slug))

describe('the guides', () => {
  it('are the same in both languages, each dated, with its sources (S1-03)', () => {
    const frame = (all: typeof zh) =>
      all.map(({ slug, about, updated, video, flow, sources, sections }) => ({
        slug,
        about,
        updated,
        video,
        steps: flow?.steps.map(({ who, help }) => [who, help]),
        sources: sources.length,
        sections: sections.map(({ list, steps, links = [] }) => [
          list?.length,
          steps?.length,
          links.map(({ title: _, ...to }) => to),
        ]),
      }))
    expect(frame(en)).toEqual(frame(zh))
    expect(slugs.size).toBe(zh.length)
    for (const { slug, updated, sources } of zh)
      expect([slug, /^20\d\d-\d\d-\d\d$/.test(updated), sources.length > 0]).toEqual([slug, true, true])
  })

  it('lead to guides that there are', () => {
    const led = [...zh, ...en].flatMap(({ flow, sections }) => [
      ...(flow?.steps ?? []).flatMap(({ help }) => help ?? []),
      ...sections.flatMap(({ links = [] }) => links.flatMap((link) => ('help' in link ? link.help : []))),
    ])
    expect(led.filter((slug) => !slugs.has(slug))).toEqual([])
  })

  it('have one for each type of order: first, new access, new site here and from elsewhere, change (S3-07)', () => {
    expect(Object.values(guides).filter((slug) => !slugs.has(slug))).toEqual([])
    const four = [guides.first, guides['new-access'], guides['new-service-here'], guides['new-service-elsewhere']]
    expect(new Set(four).size).toBe(4)
  })

  it('fit into the boxes of their drawing', () => {
    // A Han character is as wide as two Latin letters.
    const wide = (text: string) => [...text].reduce((sum, one) => sum + (/[\u2e80-\uffef]/.test(one) ? 2 : 1), 0)
    const words = [...zh, ...en].flatMap(({ flow }) => (flow?.steps ?? []).flatMap(({ title, when }) => [title, when]))
    expect(words.length).toBeGreaterThan(30)
    expect(words.filter((text) => wide(text) > 18)).toEqual([])
  })
})
