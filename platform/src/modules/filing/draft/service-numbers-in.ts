import { namedServers } from '../facts/named-servers.ts'
import type { DraftService } from './draft-schemas.ts'

/** Service numbers (备案服务号) that a draft names, each once. */
export function serviceNumbersIn(services: readonly Pick<DraftService, 'access'>[]): readonly string[] {
  return namedServers(services).numbers
}
