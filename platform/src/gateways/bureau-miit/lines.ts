import type { UploadLine } from '@yuming/miit'
import type { BureauLines, ReleasedLine } from '../../modules/filing/ports.ts'
import { failingFiles, setFileAside } from './taken-files.ts'
import './tables.ts'

/** Which system's own line it is: those of the bureaus, and the ministry's where it is configured. */
export function bureauLines(
  bureaus: Pick<BureauLines, 'release'> & { has(bureau: string): boolean },
  ministry: { release(key: string): Promise<ReleasedLine | undefined> } | undefined,
): BureauLines {
  return {
    async stopped(trx) {
      const rows = await trx
        .selectFrom('bureau_upload')
        .select([
          'bureau',
          'key',
          'sequence',
          'file_name',
          'stopped_because',
          'last_code',
          'last_message',
          'changed_at',
        ])
        .where('state', '=', 'stopped')
        .orderBy('changed_at')
        .orderBy('bureau')
        .execute()
      return rows.map((row) => ({
        bureau: row.bureau,
        key: row.key,
        sequence: row.sequence,
        fileName: row.file_name,
        because: row.stopped_because ?? 'configuration',
        code: row.last_code,
        message: row.last_message,
        since: row.changed_at,
      }))
    },
    failing: failingFiles,
    setAside: setFileAside,
    async release(bureau, key) {
      if (bureaus.has(bureau)) return bureaus.release(bureau, key)
      return bureau === 'ministry' ? ministry?.release(key) : undefined
    },
  }
}

/** A person has looked at a file that stopped a line: it is asked for again. Undefined: no such file stands. */
export async function released(line: UploadLine, key: string): Promise<ReleasedLine | undefined> {
  const outcome = await line.release(key)
  return outcome && (outcome.outcome === 'behind' ? 'waiting' : outcome.outcome)
}
