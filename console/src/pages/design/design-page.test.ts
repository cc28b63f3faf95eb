import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const parts = new URL('../../design/', import.meta.url)
const here = new URL('.', import.meta.url)
const components = (folder: URL) => readdirSync(folder).filter((file) => file.endsWith('.tsx'))
const source = (folder: URL, file: string) => readFileSync(new URL(file, folder), 'utf8')

/** Every page stands in a layout that has them already. */
const byTheLayout = ['Toasts']

const page = components(here).map((file) => source(here, file))
const exported = components(parts).flatMap((file) =>
  [...source(parts, file).matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name = '']) => [file, name] as const),
)

describe('the page of parts', () => {
  it.each(exported.filter(([, name]) => !byTheLayout.includes(name)))('%s: shows %s', (file, name) => {
    const importing = new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '../../design/${file}'`)
    expect(page.filter((text) => importing.test(text) && text.includes(`<${name}`))).not.toEqual([])
  })

  it('knows at least one part in every file of the design', () => {
    const files = new Set(exported.map(([file]) => file))
    expect(components(parts).filter((file) => !files.has(file))).toEqual([])
    expect(files.size).toBeGreaterThan(20)
  })
})
