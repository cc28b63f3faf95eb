import type { DraftService } from './draft-schemas.ts'

/** Service numbers (备案服务号) that a draft names, each once. */
export function serviceNumbersIn(services: readonly Pick<DraftService, 'access'>[]): string[] {
  const named = services.flatMap(({ access = [] }) => access.map(({ serviceNumber }) => serviceNumber ?? ''))
  return [...new Set(named.filter((number) => number !== ''))]
}
