import type { CatalogData } from './catalog-data.ts'

/** A registry that the platform is connected to, and the suffixes (Unicode) that are registered there. */
export interface ConnectedRegistry {
  readonly id: string
  readonly suffixes: readonly string[]
}

/**
 * Which registry a suffix is registered at: the one whose configuration names it, else the one that the data names. A
 * suffix of a registry that nobody is connected to has none, and is not sold for registration.
 * @throws Error when two registries name the same suffix
 */
export function connected(data: CatalogData, registries: readonly ConnectedRegistry[] | undefined): CatalogData {
  if (!registries) return data
  const ids = new Set(registries.map(({ id }) => id))
  const served = new Map<string, string>()
  for (const { id, suffixes } of registries)
    for (const suffix of suffixes) {
      const other = served.get(suffix)
      if (other !== undefined)
        throw new Error(`The configuration names .${suffix} at two registries, "${other}" and "${id}".`)
      served.set(suffix, id)
    }
  return {
    ...data,
    suffixes: data.suffixes.map((record) => {
      const registry =
        served.get(record.under ?? record.suffix) ??
        (record.registry !== null && ids.has(record.registry) ? record.registry : null)
      return registry === record.registry ? record : { ...record, registry }
    }),
  }
}
