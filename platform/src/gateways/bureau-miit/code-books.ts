import { type CodeTableBook, emptyBook, loadTables, type ReadDownload } from '@yuming/miit'
import type { Db, Trx } from '../../kernel/database/index.ts'

/** A system's own code tables, as it sent them last. */
export async function codeBookOf(db: Db | Trx, bureau: string): Promise<CodeTableBook> {
  const row = await db.selectFrom('bureau_code_tables').select('book').where('bureau', '=', bureau).executeTakeFirst()
  return row?.book ?? emptyBook
}

/** Keeps the tables that are in a download, each as a new version, in one write; what the book was before, and is now. */
export async function keepCodeTables(
  trx: Trx,
  { bureau, source, parts, loadedAt }: { bureau: string; source: string; parts: ReadDownload['parts']; loadedAt: Date },
): Promise<{ before: CodeTableBook; after: CodeTableBook }> {
  const told = parts.flatMap((part) =>
    part.name === 'code-tables' || part.name === 'resync-code-tables' ? [part.content] : [],
  )
  if (told.length === 0) return { before: emptyBook, after: emptyBook }
  const row = await trx
    .selectFrom('bureau_code_tables')
    .select('book')
    .where('bureau', '=', bureau)
    .forUpdate()
    .executeTakeFirst()
  const before = row?.book ?? emptyBook
  const from = { loadedAt: loadedAt.toISOString(), source }
  const after = told.reduce((book, tables) => loadTables(book, tables, from), before)
  const values = { book: JSON.stringify(after), loaded_at: loadedAt }
  await trx
    .insertInto('bureau_code_tables')
    .values({ bureau, ...values })
    .onConflict((conflict) => conflict.column('bureau').doUpdateSet(values))
    .execute()
  return { before, after }
}
