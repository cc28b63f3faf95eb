import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { desk as enDesk } from './en/desk.ts'
import { filingText as enFiling } from './en/filing.ts'
import { first as enFirst } from './en/first.ts'
import { ordersApart as enApart } from './en/orders-apart.ts'
import { rest as enRest } from './en/rest.ts'
import { suffixesText as enSuffixes } from './en/suffixes.ts'
import { fill } from './fill.ts'
import { desk as zhDesk } from './zh/desk.ts'
import { filingText as zhFiling } from './zh/filing.ts'
import { first as zhFirst } from './zh/first.ts'
import { ordersApart as zhApart } from './zh/orders-apart.ts'
import { rest as zhRest } from './zh/rest.ts'
import { suffixesText as zhSuffixes } from './zh/suffixes.ts'

const zh: Record<string, string> = { ...zhRest, ...zhDesk, ...zhFiling, ...zhApart, ...zhSuffixes, ...zhFirst }
const en: Record<string, string> = { ...enRest, ...enDesk, ...enFiling, ...enApart, ...enSuffixes, ...enFirst }
const source = path.resolve(import.meta.dirname, '..')

const isSource = (file: string) => /(?<!\.test)\.tsx?$/.test(file)
const filesIn = (folder: string) =>
  readdirSync(path.join(source, folder))
    .map((file) => `${folder}/${file}`)
    .filter(isSource)
const usesOf = (words: Record<string, string>, files: readonly string[]) =>
  files.flatMap((file) =>
    [...readFileSync(path.join(source, file), 'utf8').matchAll(/'([a-z]+\.[a-zA-Z.\d-]+)'/g)]
      .map(([, key = '']) => key)
      .filter((key) => key in words)
      .map((key) => `${file}: ${key}`),
  )

describe('words', () => {
  it('of the public page are all among the first, so that it needs no second file', () => {
    const folders = ['design', 'list', 'pages/search', 'router', 'shell']
    // Shown on pages that bring the other words along.
    const later = new Set(['shell/signed-in.tsx', 'shell/sign-in-again.tsx', 'design/qr-code.tsx'])
    const files = folders.flatMap(filesIn).filter((file) => !later.has(file))
    expect(usesOf({ ...zhRest, ...zhDesk, ...zhFiling, ...zhApart, ...zhSuffixes }, files)).toEqual([])
  })

  it('of the operators’ pages are used there alone: customers do not fetch them', () => {
    const customers = readdirSync(path.join(source, 'pages'), { recursive: true, encoding: 'utf8' })
      .map((file) => `pages/${file}`)
      .filter((file) => isSource(file) && !file.startsWith('pages/operator/'))
    expect(customers.length).toBeGreaterThan(100)
    expect(usesOf(zhDesk, customers)).toEqual([])
  })

  it('have the same places to fill in both languages', () => {
    const places = (text = '') => [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort()
    // English says “one” or names the thing instead of counting it.
    const differing = Object.keys(zh).filter(
      (key) => places(en[key]).some((name) => !places(zh[key]).includes(name)) || (en[key] ?? '') === '',
    )
    expect(differing).toEqual([])
  })

  it('in Chinese leave the space between Han and Latin to the browser', () => {
    const typed = /\p{Script=Han} [A-Za-z0-9]|[A-Za-z0-9] \p{Script=Han}/u
    expect(Object.entries(zh).filter(([, text]) => typed.test(text))).toEqual([])
  })

  it('in English carry no Han but the names of things', () => {
    const han = Object.entries(en).filter(([, text]) => /\p{Script=Han}/u.test(text))
    expect(han.map(([key]) => key).sort()).toEqual([
      'filing.lookUp.help',
      'prices.findExample',
      'qualification.unitHelp',
    ])
  })
})

describe('filling a sentence', () => {
  it('puts values in, as often as asked, and leaves an unknown place to be seen', () => {
    expect(fill('{{a}} and {{a}} of {{b}}', { a: 1 })).toBe('1 and 1 of {{b}}')
  })
  it('does not read a value as another place', () => {
    expect(fill('{{a}}{{b}}', { a: '{{b}}', b: '$&' })).toBe('{{b}}$&')
  })
})
