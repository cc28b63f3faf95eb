import { type DownloadContents, type DownloadName, miit30, type WaitingFile, writeDownload } from '@yuming/miit'
import { text } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

/** Files that wait until they are downloaded and acknowledged. */
export class Outbox {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  put<N extends DownloadName>(bureau: string, name: N, content: DownloadContents[N]): void {
    const next = Number(this.#store.get('select coalesce(max(id), 0) + 1 as n from outgoing')?.n ?? 1)
    this.#store.run(
      'insert into outgoing (bureau, file_name, xml, made_at) values (?, ?, ?, ?)',
      bureau,
      `D${bureau.toUpperCase()}${String(next).padStart(8, '0')}.xml`,
      writeDownload(miit30, name, content),
      this.#clock.now().toISOString(),
    )
  }

  /** The first two that nobody acknowledged. */
  next(bureau: string): WaitingFile[] {
    return this.#store
      .all(
        'select file_name, xml from outgoing where bureau = ? and acknowledged_at is null order by id limit 2',
        bureau,
      )
      .map(fileOf)
  }

  acknowledge(bureau: string, fileName: string): void {
    this.#store.run(
      'update outgoing set acknowledged_at = ? where bureau = ? and file_name = ? and acknowledged_at is null',
      this.#clock.now().toISOString(),
      bureau,
      fileName,
    )
  }

  isEmpty(bureau: string): boolean {
    return this.#store.get('select id from outgoing where bureau = ? limit 1', bureau) === undefined
  }

  waiting(bureau: string): number {
    const row = this.#store.get(
      'select count(*) as n from outgoing where bureau = ? and acknowledged_at is null',
      bureau,
    )
    return Number(row?.n ?? 0)
  }
}

const fileOf = (row: Row): WaitingFile => ({
  fileName: text(row, 'file_name'),
  xml: Buffer.from(row.xml as Uint8Array),
})
