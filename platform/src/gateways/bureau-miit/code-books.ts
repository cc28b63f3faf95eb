import { type CodeTableBook, emptyBook, loadTables, type ReadDownload } from '@yuming/miit'
import type { Db, Trx } from '../../kernel/database/index.ts'

/** A system's own code tables, as it sent them last. */
export async function codeBookOf(db: Db, bureau: string): Promise<CodeTableBook> {
  const row = await db.selectFrom('bureau_code_tables').select('book').where('bureau', '=', bureau).executeTakeFirst()
  return row?.book ?? emptyBook
}

/** Keeps the tables that are in a download, each as a new version. */
export async function keepCodeTables(
  trx: Trx,
  { bureau, source, parts, loadedAt }: { bureau: string; source: string; parts: ReadDownload['parts']; loadedAt: Date },
): Promise<void> {
  for (const part of parts) {
    if (part.name !== 'code-tables' && part.name !== 'resync-code-tables') continue
    const row = await trx
      .selectFrom('bureau_code_tables')
      .select('book')
      .where('bureau', '=', bureau)
      .forUpdate()
      .executeTakeFirst()
    const book = loadTables(row?.book ?? emptyBook, part.content, { loadedAt: loadedAt.toISOString(), source })
    const values = { book: JSON.stringify(book), loaded_at: loadedAt }
    await trx
      .insertInto('bureau_code_tables')
      .values({ bureau, ...values })
      .onConflict((conflict) => conflict.column('bureau').doUpdateSet(values))
      .execute()
  }
}
