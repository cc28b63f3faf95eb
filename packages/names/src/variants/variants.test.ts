import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dispositionOf } from './disposition.ts'
import { simplifiedForm, traditionalForm } from './forms.ts'
import { hanVariants } from './han-variants.ts'
import { readVariantTable } from './table.ts'
import { inRepertoire, variantIndex } from './variant-index.ts'

const table = hanVariants()
const points = Array.from({ length: 0x33480 }, (_, point) => point).filter((point) => table.has(point))
const character = fc.constantFrom(...points).map((point) => String.fromCodePoint(point))
const label = fc.array(character, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''))
/** A label and one that a registry takes for the same. */
const pair = fc
  .array(fc.tuple(fc.constantFrom(...points), fc.nat()), { minLength: 1, maxLength: 12 })
  .map((choices) => {
    const others = choices.map(([point, at]) => {
      const members = table.membersOf(point).filter((member) => table.has(member))
      return members[at % members.length] as number
    })
    return [String.fromCodePoint(...choices.map(([point]) => point)), String.fromCodePoint(...others)] as const
  })

describe('the variant index (S1-30)', () => {
  it.each([
    ['发展', '發展'],
    ['发', '髮'],
    ['台湾', '臺灣'],
    ['里', '裏'],
    ['后', '後'],
    ['龙门', '龍門'],
    ['云茶', '雲茶'],
    ['为', '為'],
    ['a发-1', 'a發-1'],
  ])('takes %s and %s for one name', (one, other) => {
    expect(variantIndex(one)).toBeDefined()
    expect(variantIndex(one)).toBe(variantIndex(other))
  })

  it.each([
    ['山月茶', '山月荼'],
    ['未来', '末来'],
    ['己', '已'],
    ['abc', 'abd'],
    ['发展', '发展商'],
  ])('takes %s and %s for two', (one, other) => {
    expect(variantIndex(one)).not.toBe(variantIndex(other))
  })

  it('leaves letters, digits and hyphens as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9-]{0,63}$/), (text) => {
        expect(variantIndex(text)).toBe(text)
      }),
    )
  })

  it.each(['ひらがな', 'カナ', '한글', '茶🍵', 'ａ', 'é', '々', '㥠'])('knows no index of %s', (text) => {
    expect(variantIndex(text)).toBeUndefined()
    expect(inRepertoire(text)).toBe(false)
  })

  it('is its own index, and every character stays in its place', () => {
    fc.assert(
      fc.property(label, (text) => {
        const index = variantIndex(text) ?? ''
        expect([...index]).toHaveLength([...text].length)
        expect([...index].map((one) => String.fromCodePoint(table.indexOf(one.codePointAt(0) ?? 0))).join('')).toBe(
          index,
        )
      }),
    )
  })

  it('is equal exactly when each character is a variant of the other’s', () => {
    fc.assert(
      fc.property(pair, label, ([one, other], stranger) => {
        expect(variantIndex(other)).toBe(variantIndex(one))
        expect(dispositionOf(one, other)).not.toBe('different')
        expect(dispositionOf(one, stranger) === 'different').toBe(variantIndex(one) !== variantIndex(stranger))
      }),
    )
  })

  it('takes a table of a registry’s own', () => {
    const own = readVariantTable('61-7a\n东東 St sT\n')
    expect(variantIndex('东a', own)).toBe(variantIndex('東a', own))
    expect(variantIndex('西', own)).toBeUndefined()
    expect(() => readVariantTable('61-7a\n東东 St sT\n')).toThrow(/not a variant set/)
    expect(() => readVariantTable('61-7a\n东東 S?\n')).toThrow(/not a variant set/)
  })
})

describe('the disposition of a variant', () => {
  it.each([
    ['发', '發', 'allocatable-traditional'],
    ['发', '髮', 'allocatable-traditional'],
    ['發', '发', 'allocatable-simplified'],
    ['发', '発', 'blocked'],
    ['发发', '發発', 'blocked'],
    ['发发', '發髮', 'blocked'],
    ['发', '发', 'original'],
    ['龙门', '龍门', 'blocked'],
    ['龙门', '龍門', 'allocatable-traditional'],
    ['茶', '水', 'different'],
    ['茶', '茶茶', 'different'],
    ['諝', '㥠', 'invalid'],
  ] as const)('of %s: %s is %s (S1-30)', (original, variant, disposition) => {
    expect(dispositionOf(original, variant)).toBe(disposition)
  })

  it('of a label itself is the label', () => {
    fc.assert(
      fc.property(label, (text) => {
        expect(dispositionOf(text, text)).toBe('original')
      }),
    )
  })
})

describe('the forms of a label', () => {
  it.each([
    ['龍門', '龙门', '龍門'],
    ['龙门', '龙门', '龍門'],
    ['山月茶', '山月茶', '山月茶'],
    ['发展', '发展', undefined],
    ['發展', '发展', '發展'],
    ['abc', 'abc', 'abc'],
  ])('of %s are %s and %s', (text, simplified, traditional) => {
    expect([simplifiedForm(text), traditionalForm(text)]).toEqual([simplified, traditional])
  })

  it('are variants of the label that a registry allots', () => {
    fc.assert(
      fc.property(label, (text) => {
        for (const [form, wanted] of [
          [simplifiedForm(text), /original|allocatable$|simplified/],
          [traditionalForm(text), /original|allocatable$|traditional/],
        ] as const)
          if (form !== undefined) expect(dispositionOf(text, form)).toMatch(wanted)
      }),
    )
  })
})

const source = path.join(
  process.env.YUMING_SHARED_DATA ?? path.join(import.meta.dirname, '../../../../../shared/data'),
  'lgr/han-variants.tsv',
)

describe.skipIf(!existsSync(source))(`the table against its source (skipped without ${path.basename(source)})`, () => {
  const letters = { 'r-both': 'B', 'r-simp': 'S', 'r-trad': 'T', 'r-neither': 'N', 'out-of-repertoire-var': 'X' }
  const others = { simp: 's', trad: 't', both: 'b', 'simp-1': 'p', 'simp-2': 'q', 'trad-1': 'v', 'trad-2': 'w' }
  const byType: Record<string, string> = { ...letters, ...others, blocked: '-' }

  it('has every code point with every type', () => {
    let compared = 0
    for (const line of readFileSync(source, 'utf8').split('\n')) {
      const [point, variants] = line.split('\t')
      if (line.startsWith('#') || point === undefined || variants === undefined) continue
      const from = Number.parseInt(point, 16)
      for (const variant of variants.split(',')) {
        const [to = '', type = ''] = variant.split(':')
        if (table.typeOf(from, Number.parseInt(to, 16)) !== byType[type]) throw new Error(`${point} to ${variant}`)
        compared++
      }
    }
    expect(compared).toBe(31_864)
  })
})
