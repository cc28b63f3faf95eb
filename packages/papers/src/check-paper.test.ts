import sharp, { type Sharp } from 'sharp'
import { describe, expect, it } from 'vitest'
import { checkPaper } from './check-paper.ts'
import type { PaperKind } from './paper-facts.ts'
import { asPhoto, madeUpCard } from './testing/made-up-card.ts'

const day = '2026-11-24'
const check = (bytes: Uint8Array, kind: PaperKind = 'id-front') => checkPaper(bytes, { kind, day })
const rulesOf = async (bytes: Uint8Array, kind: PaperKind = 'id-front') =>
  (await check(bytes, kind)).findings.map(({ rule, severity }) => `${rule} ${severity}`)
const photo = await asPhoto(await madeUpCard('id-front'))
const changed = (change: (picture: Sharp) => Sharp) => asPhoto(change(sharp(photo)))

describe('a good photograph of a paper (S4-27)', () => {
  it.each(['id-front', 'id-back', 'licence'] as const)('has no finding: %s', async (kind) => {
    const { findings, measured, clean } = await check(await asPhoto(await madeUpCard(kind)), kind)
    expect(findings).toEqual([])
    expect(measured).toMatchObject({ type: 'jpg', width: 1600, height: 1200, readable: true, layout: 'as-expected' })
    expect(clean).toMatchObject({ width: 1600, height: 1200, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  it('stays good with the grain of a dark room, on a white table, and where the paper fills the picture', async () => {
    for (const card of [
      { grain: 16 },
      { table: '#f4f4f4', grain: 8 },
      { at: { left: 0, top: 0, right: 100, bottom: 100 }, grain: 8 },
    ])
      expect(await rulesOf(await asPhoto(await madeUpCard('id-front', card)))).toEqual([])
  })
})

describe('a photograph as people make them', () => {
  const over = (drawn: string) =>
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${drawn}</svg>`)
  const shade =
    '<linearGradient id="g"><stop offset="0" stop-color="#000" stop-opacity="0.6"/><stop offset="1" stop-color="#fff" stop-opacity="0.2"/></linearGradient><rect width="1600" height="1200" fill="url(#g)"/>'
  const wood =
    '<filter id="f"><feTurbulence baseFrequency="0.004 0.15" numOctaves="3"/><feColorMatrix values="0.4 0 0 0 0.35  0.3 0 0 0 0.22  0.2 0 0 0 0.1  0 0 0 0 1"/></filter><rect width="1600" height="1200" filter="url(#f)"/>'
  const finger = '<ellipse cx="130" cy="650" rx="190" ry="70" fill="#d9a987"/>'

  it.each([
    ['half in the shadow', (c: Sharp) => c.composite([{ input: over(shade) }])],
    ['held by a finger', (c: Sharp) => c.composite([{ input: over(finger) }])],
    ['in warm light', (c: Sharp) => c.linear([1.1, 0.9, 0.6], [0, 0, 0])],
    ['in blue light', (c: Sharp) => c.linear([0.7, 0.9, 1.15], [0, 0, 0])],
    ['turned a little', (c: Sharp) => c.rotate(7, { background: '#6b543c' })],
    ['turned by a quarter', (c: Sharp) => c.rotate(90)],
  ])('has no finding when it is %s', async (_, change) => {
    expect(await rulesOf(await changed(change))).toEqual([])
  })

  it('has no finding on a wooden table', async () => {
    const input = await sharp(photo).extract({ left: 192, top: 216, width: 1216, height: 768 }).toBuffer()
    const picture = sharp(await sharp(over(wood)).png().toBuffer()).composite([{ input, left: 192, top: 216 }])
    expect(await rulesOf(await asPhoto(picture))).toEqual([])
  })

  it.each([
    ['on a large white sheet', { width: 2400, table: '#fdfdfd', at: { left: 20, top: 20, right: 55, bottom: 50 } }],
    ['small and in a corner', { width: 2400, at: { left: 5, top: 5, right: 35, bottom: 30 } }],
    ['on a black table', { table: '#101010' }],
  ])('has no finding %s', async (_, card) => {
    for (const kind of ['id-front', 'licence'] as const)
      expect(await rulesOf(await asPhoto(await madeUpCard(kind, card)), kind)).toEqual([])
  })
})

describe('a picture that is hard to read', () => {
  it.each([3, 2])('lets a slight blur pass (%s)', async (radius) => {
    expect(await rulesOf(await changed((picture) => picture.blur(radius)))).toEqual([])
  })

  it.each([4.5, 6, 7])('advises where letters run together (blur %s)', async (radius) => {
    expect(await rulesOf(await changed((picture) => picture.blur(radius)))).toEqual(['PAPER-BLUR-02 advise'])
  })

  it.each([10, 15])('refuses where nothing can be read (blur %s)', async (radius) => {
    expect(await rulesOf(await changed((picture) => picture.blur(radius)))).toContain('PAPER-BLUR-01 refuse')
  })

  it('sees a hand that moved one way only', async () => {
    const kernel = Array.from({ length: 19 * 3 }, (_, i) => (i >= 19 && i < 38 ? 1 : 0))
    expect(await rulesOf(await changed((picture) => picture.convolve({ width: 19, height: 3, kernel })))).toEqual([
      'PAPER-BLUR-02 advise',
    ])
  })

  it.each([
    [0.6, 0, []],
    [0.4, 0, ['PAPER-LIGHT-02 advise']],
    [0.2, 0, ['PAPER-LIGHT-02 advise']],
    [1, 80, []],
    [1, 140, ['PAPER-LIGHT-03 advise']],
  ])('tells darkness and glare (levels × %s + %s)', async (factor, more, rules) => {
    expect(await rulesOf(await changed((picture) => picture.linear(factor, more)))).toEqual(rules)
  })

  it('refuses a picture in which there is nothing', async () => {
    const blank = sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#808488' } })
    expect(await rulesOf(await blank.png({ compressionLevel: 0 }).toBuffer())).toContain('PAPER-BLANK-01 refuse')
    expect(await rulesOf(await changed((picture) => picture.linear(0.07, 0)))).toContain('PAPER-BLANK-01 refuse')
  })
})

describe('a copy instead of the original', () => {
  it('refuses black and white', async () => {
    expect(await rulesOf(await changed((picture) => picture.grayscale()))).toEqual(['PAPER-GREY-01 refuse'])
  })

  it('advises when a copy was photographed in yellow light', async () => {
    const grey = await sharp(photo).grayscale().toColourspace('srgb').png().toBuffer()
    const yellow = await asPhoto(sharp(grey).toColourspace('srgb').linear([1, 0.9, 0.7], [0, 0, 0]))
    expect(await rulesOf(yellow)).toEqual(['PAPER-GREY-02 advise'])
  })

  it('takes a scan whose only colour is the seal', async () => {
    const at = { left: 0, top: 0, right: 100, bottom: 100 }
    const scan = await asPhoto(sharp(await asPhoto(await madeUpCard('licence', { at }))).modulate({ saturation: 0.5 }))
    expect(await rulesOf(scan, 'licence')).toEqual([])
  })
})

describe('a mirrored picture', () => {
  it.each(['id-front', 'id-back', 'licence'] as const)('is found where the layout tells: %s', async (kind) => {
    const mirrored = await asPhoto(sharp(await asPhoto(await madeUpCard(kind))).flop())
    expect(await rulesOf(mirrored, kind)).toEqual(['PAPER-MIRROR-02 advise'])
  })

  it('is not claimed of a paper whose layout is not known', async () => {
    expect(await rulesOf(await changed((picture) => picture.flop()), 'other')).toEqual([])
  })

  it.each([2, 4, 5, 7])('is found where the file says so (orientation %s)', async (orientation) => {
    const flagged = await sharp(photo).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer()
    expect(await rulesOf(flagged, 'other')).toContain('PAPER-MIRROR-01 advise')
  })
})

describe('a paper that is cut', () => {
  it.each([
    ['left', { left: -10, top: 18, right: 66, bottom: 82 }],
    ['right', { left: 30, top: 18, right: 106, bottom: 82 }],
    ['top', { left: 12, top: -10, right: 88, bottom: 54 }],
    ['bottom', { left: 12, top: 40, right: 88, bottom: 104 }],
  ])('names the side: %s', async (side, at) => {
    const { findings, measured } = await check(await asPhoto(await madeUpCard('id-front', { at })))
    expect(measured.border).toEqual({ plain: true, cut: [side] })
    expect(findings.map(({ rule, field, severity }) => [rule, field, severity])).toEqual([
      ['PAPER-BORDER-01', 'paper', 'advise'],
    ])
    expect(findings[0]?.message.en).toContain(side)
  })

  it('claims nothing on a busy background', async () => {
    const tiles = Array.from({ length: 48 }, (_, i) => {
      const [x, y] = [(i % 8) * 200, Math.floor(i / 8) * 200]
      return `<rect x="${x}" y="${y}" width="200" height="200" fill="hsl(${i * 77} 60% ${20 + ((i * 37) % 60)}%)"/>`
    })
    const table = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1200">${tiles.join('')}</svg>`,
    )
    const card = await sharp(photo).extract({ left: 300, top: 300, width: 1000, height: 800 }).toBuffer()
    const picture = await asPhoto(sharp(table).composite([{ input: card, left: 0, top: 200 }]))
    expect((await check(picture)).measured.border?.cut).toEqual([])
  })
})
