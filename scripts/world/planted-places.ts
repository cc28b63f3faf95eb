import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Pool } from 'pg'

type Place = readonly [where: string, content: Buffer]

/** Every file below a folder except those of the named folders. */
export function filesBelow(folder: string, except: readonly string[] = []): Place[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry: Dirent): Place[] => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return except.includes(entry.name) ? [] : filesBelow(file, except)
    return entry.isFile() ? [[file, readFileSync(file)]] : []
  })
}

/** The whole database in text, a table a place, as a plain dump would write it; bytes also as they are. */
export async function dumped(db: Pool): Promise<Place[]> {
  const { rows: tables } = await db.query<{ at: string }>(`
    select format('%I.%I', table_schema, table_name) as at from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  const places: Place[] = []
  for (const { at } of tables) {
    const { rows } = await db.query<{ line: string }>(`select t::text as line from ${at} t`)
    const text = rows.map(({ line }) => line).join('\n')
    places.push([`table ${at}`, Buffer.from(text)])
    const bytes = [...text.matchAll(/\\\\?x((?:[0-9a-f]{2}){4,})/g)].map(([, hex = '']) => Buffer.from(hex, 'hex'))
    places.push([`bytes of table ${at}`, Buffer.concat(bytes)])
  }
  return places
}
