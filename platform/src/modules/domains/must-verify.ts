import type { Catalog } from '../catalog/index.ts'

/**
 * Whether a name's holder has to be verified: where the suffix is known to ask for it. That nobody knows is no reason to
 * stop a name; a registry that refuses a holder has said that it asks.
 */
export function mustVerify(realName: 'required' | 'not-required' | 'unknown'): boolean {
  return realName === 'required'
}

/** Every suffix under which holders have to be verified, as names are asked for in the database. */
export function suffixesToVerify(catalog: Pick<Catalog, 'suffixes'>): string[] {
  return catalog.suffixes.filter(({ realName }) => mustVerify(realName)).map(({ suffix }) => suffix)
}
