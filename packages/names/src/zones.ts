import rows from '../data/province-zones.json' with { type: 'json' }

export interface Zone {
  /** Such as `bj.cn`. */
  readonly zone: string
  readonly code: string
  readonly zh: string
  readonly en: string
}

const byZone = (zones: readonly Zone[]): ReadonlyMap<string, Zone> => new Map(zones.map((zone) => [zone.zone, zone]))

/** The 34 zones of provinces, regions and municipalities under .cn. */
export const provinceZones = byZone(rows.zones)

/** The zones of kinds of holder under .cn. */
export const categoryZones = byZone(rows.categories)
