import type { Logger } from 'pino'
import type { Clock } from '../../../kernel/clock/index.ts'
import type { Db, Trx } from '../../../kernel/database/index.ts'
import type { Random } from '../../../kernel/random.ts'
import { type Repeated, repeated } from '../../../kernel/repeated.ts'
import { notify } from '../../notices/index.ts'
import type { BureauLines } from '../ports.ts'
import { provinceOf } from '../queries.ts'

/** What fails for a moment mends itself at the next look. */
const moment = 10 * 60_000

/** Tells who leads filings, once, of each line to a bureau that stands and of each file of a bureau that cannot be carried out. */
export function createLineWatch({
  db,
  lines,
  lead,
  clock,
  random,
  log,
  everyMs = 60_000,
}: {
  db: Db
  lines: BureauLines
  lead: string
  clock: Clock
  random: Random
  log: Logger
  everyMs?: number
}): Repeated {
  function look(): Promise<number> {
    return db.transaction().execute(async (trx) => {
      const stopped = (await lines.stopped(trx)).map((line) => ({ ...line, what: `upload ${line.bureau} ${line.key}` }))
      const failing = (await lines.failing(trx))
        .filter(({ since, asideAt }) => asideAt === null && clock.now().getTime() - since.getTime() >= moment)
        .map((file) => ({ ...file, what: `file ${file.file}` }))
      const standing = [...stopped, ...failing]
      await forgetEnded(
        trx,
        standing.map(({ what }) => what),
      )
      let told = 0
      for (const { what, bureau, fileName, since } of standing) {
        const made = await trx
          .insertInto('bureau_line_told')
          .values({ what, told_at: clock.now() })
          .onConflict((conflict) => conflict.doNothing())
          .returning('what')
          .executeTakeFirst()
        if (!made) continue
        const parameters = {
          bureau: provinceOf(bureau)?.name ?? bureau,
          file: fileName,
          since: chinaMinute(since),
          link: '/operator/filings',
        }
        const kind = what.startsWith('file ') ? 'filing.file-fails' : 'filing.line-stands'
        await notify({ kind, to: { email: lead }, locale: 'zh', parameters }, { trx, clock, random })
        told++
      }
      return told
    })
  }

  return repeated(look, { everyMs, log, failing: 'who leads filings could not be told of lines that stand' })
}

/** What goes on again and stands a second time is told of again. */
async function forgetEnded(trx: Trx, standing: readonly string[]): Promise<void> {
  const told = trx.deleteFrom('bureau_line_told')
  await (standing.length === 0 ? told : told.where('what', 'not in', standing)).execute()
}

function chinaMinute(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}
