import { integer, text } from '../store/columns.ts'
import { type Migration, type Row, Store } from '../store/store.ts'

const siteMigrations: readonly Migration[] = [
  `create table site (
     host text primary key,
     addresses text not null,
     status integer not null,
     body text not null
   ) strict`,
]

/** A host of the sandbox's internet: what the DNS says of it, and the page that its server answers with. */
export interface Site {
  /** In ASCII and lower case. */
  readonly host: string
  /** Empty: the DNS has none for it. */
  readonly addresses: readonly string[]
  readonly status: number
  readonly body: string
}

export interface SiteStore {
  list(): Site[]
  find(host: string): Site | undefined
  /** Whether there is something at a name or under it (RFC 8020: only then it exists). */
  exists(name: string): boolean
  put(site: Site): void
  remove(host: string): boolean
  close(): void
}

export function openSiteStore(file: string): SiteStore {
  const store = new Store(file, siteMigrations)
  return {
    list: () => store.all('select * from site order by host').map(siteOf),
    find(host) {
      const row = store.get('select * from site where host = ?', host)
      return row && siteOf(row)
    },
    exists: (name) =>
      store.get("select 1 from site where host = ?1 or substr(host, -length(?1) - 1) = '.' || ?1", name) !== undefined,
    put({ host, addresses, status, body }) {
      store.run(
        `insert into site (host, addresses, status, body) values (?, ?, ?, ?) on conflict (host)
         do update set addresses = excluded.addresses, status = excluded.status, body = excluded.body`,
        host,
        JSON.stringify(addresses),
        status,
        body,
      )
    },
    remove: (host) => store.run('delete from site where host = ?', host) > 0,
    close: () => store.close(),
  }
}

function siteOf(row: Row): Site {
  return {
    host: text(row, 'host'),
    addresses: JSON.parse(text(row, 'addresses')) as string[],
    status: integer(row, 'status'),
    body: text(row, 'body'),
  }
}
