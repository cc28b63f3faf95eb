import { describe, expect, it } from 'vitest'
import { checkPaper } from '../check-paper.ts'
import { type MadeUpPortrait, madeUpPortrait } from '../testing/made-up-portrait.ts'

const curtain = '#2f6fb5'
const look = async (drawn: MadeUpPortrait) =>
  checkPaper(await (await madeUpPortrait(drawn)).jpeg({ quality: 92 }).toBuffer(), {
    kind: 'portrait',
    day: '2026-11-24',
  })

describe('a photograph of a principal', () => {
  it.each([
    ['before a white wall', {}, { background: 'white', clothes: 'other' }],
    [
      'before the curtain (S3-64, S3-65)',
      { background: curtain },
      { background: 'curtain', curtainEdge: false, clothes: 'other' },
    ],
    ['with the edge of the curtain', { background: curtain, edge: 0.14 }, { curtainEdge: true }],
    ['before something else', { background: '#4c7a3f' }, { background: 'other' }],
    ['in red (S3-66)', { background: curtain, clothes: '#b3201c' }, { clothes: 'red' }],
    ['in blue (S3-66)', { clothes: '#1f4fa0' }, { background: 'white', clothes: 'blue' }],
  ] as const)('%s is seen as that', async (_, drawn, seen) => {
    const { measured, findings } = await look(drawn)
    expect(measured.portrait).toMatchObject(seen)
    // The person reaches beyond the lower side, as they should: nothing of a paper is missing.
    expect(findings.filter(({ severity }) => severity === 'refuse')).toEqual([])
    expect(findings.map(({ rule }) => rule)).not.toContain('PAPER-BORDER-01')
  })

  it('tells the day that the camera wrote, the earliest of them, and none that it did not', async () => {
    const picture = await madeUpPortrait()
    const dated = await picture
      .withExif({ IFD0: { DateTime: '2026:11:20 10:00:00' }, IFD2: { DateTimeOriginal: '2026:10:02 09:30:00' } })
      .jpeg({ quality: 92 })
      .toBuffer()
    const check = (bytes: Uint8Array) => checkPaper(bytes, { kind: 'portrait', day: '2026-11-24' })
    expect((await check(dated)).measured.takenOn).toBe('2026-10-02')
    expect((await look({})).measured.takenOn).toBeUndefined()
  })
})
