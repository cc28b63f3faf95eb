import { describe, expect, it } from 'vitest'
import { catalogOver } from './catalog.ts'
import { readCatalogData } from './catalog-data.ts'
import { connected } from './connected-registries.ts'
import { canRegister } from './index.ts'

const data = readCatalogData()
const catalogWith = (registries: { id: string; suffixes: string[] }[]) => {
  const seen = connected(data, registries)
  const none = [] as const
  return catalogOver(
    seen,
    () => '2026-12-01',
    () => none,
  )
}

describe('the registry of a suffix', () => {
  it('is the one whose configuration names it, whatever that one is called', () => {
    const catalog = catalogWith([{ id: 'verisign', suffixes: ['com', 'net'] }])
    expect(catalog.suffix('com')).toMatchObject({ registry: 'verisign' })
  })

  it('is none where nobody is connected to it: not sold, and never asked', () => {
    const catalog = catalogWith([{ id: 'verisign', suffixes: ['com'] }])
    const cn = catalog.suffix('cn')
    expect(cn).toMatchObject({ registry: null })
    expect(cn && canRegister(cn)).toBe(false)
  })

  it('cannot be two', () => {
    const twice = () => catalogWith(['a', 'b'].map((id) => ({ id, suffixes: ['com'] })))
    expect(twice).toThrow('The configuration names .com at two registries, "a" and "b".')
  })
})
