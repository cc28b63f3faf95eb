import type { Source, Text } from '@yuming/rules'
import rows from '../data/suffix-restrictions.json' with { type: 'json' }

/** Whom alone a suffix is meant for. */
export interface SuffixRestriction {
  readonly holders: Text
  readonly source: Source
  /** A licence is handed in, and the registry reviews it (资质审核). */
  readonly reviewed: boolean
}

const kinds = new Map(Object.entries(rows.kinds))
const zones = new Map(Object.entries(rows.ofZones.zones))

/** Whom a suffix of a kind is meant for; undefined when the kind says nothing about its holders. */
export function restrictionOf(kind: string, source: Source): SuffixRestriction | undefined {
  const holders = kinds.get(kind)
  return holders && { holders, source, reviewed: kind.startsWith('qualification-') }
}

/** Whom a zone under .cn is meant for, by the text that lays out those zones. */
export function restrictionOfZone(zone: string): SuffixRestriction | undefined {
  const kind = zones.get(zone)
  return kind === undefined ? undefined : restrictionOf(kind, rows.ofZones.source)
}
