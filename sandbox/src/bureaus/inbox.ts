import type { AcceptedUpload } from '@yuming/miit'
import { integer, text } from '../store/columns.ts'
import type { Row, Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'

/** Uploads as they were received. */
export class Inbox {
  readonly #store: Store
  readonly #clock: Clock

  constructor(store: Store, clock: Clock) {
    this.#store = store
    this.#clock = clock
  }

  accept(bureau: string, upload: AcceptedUpload): void {
    this.#store.run(
      'insert into upload (bureau, sequence, file_name, xml, sealed, received_at) values (?, ?, ?, ?, ?, ?)',
      bureau,
      upload.sequence,
      upload.fileName,
      upload.xml,
      JSON.stringify(upload.sealed),
      this.#clock.now().toISOString(),
    )
  }

  last(bureau: string): AcceptedUpload | undefined {
    const row = this.#store.get('select * from upload where bureau = ? order by sequence desc limit 1', bureau)
    return row && uploadOf(row)
  }

  unprocessed(): { bureau: string; upload: AcceptedUpload }[] {
    return this.#store
      .all('select * from upload where processed_at is null order by received_at, bureau, sequence')
      .map((row) => ({ bureau: text(row, 'bureau'), upload: uploadOf(row) }))
  }

  /** Every upload that was taken, for whoever counts. */
  list(): { bureau: string; sequence: number; fileName: string }[] {
    return this.#store.all('select bureau, sequence, file_name from upload order by bureau, sequence').map((row) => ({
      bureau: text(row, 'bureau'),
      sequence: integer(row, 'sequence'),
      fileName: text(row, 'file_name'),
    }))
  }

  countUnprocessed(bureau: string): number {
    const row = this.#store.get('select count(*) as n from upload where bureau = ? and processed_at is null', bureau)
    return Number(row?.n ?? 0)
  }

  processed(bureau: string, sequence: number): void {
    this.#store.run(
      'update upload set processed_at = ? where bureau = ? and sequence = ?',
      this.#clock.now().toISOString(),
      bureau,
      sequence,
    )
  }

  /** A bureau that lost its newest files asks for them again with code 14. */
  forgetNewest(bureau: string, count: number): number {
    return this.#store.run(
      `delete from upload where bureau = ? and sequence in
         (select sequence from upload where bureau = ? order by sequence desc limit ?)`,
      bureau,
      bureau,
      count,
    )
  }
}

const uploadOf = (row: Row): AcceptedUpload => ({
  sequence: integer(row, 'sequence'),
  fileName: text(row, 'file_name'),
  xml: Buffer.from(row.xml as Uint8Array),
  sealed: JSON.parse(text(row, 'sealed')) as AcceptedUpload['sealed'],
})
