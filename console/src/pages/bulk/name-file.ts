import { filledLines } from './names-in.ts'

const MiB = 1024 * 1024
const kinds: Readonly<Record<string, { type: string; mostBytes: number }>> = {
  txt: { type: 'text/plain', mostBytes: 16 * MiB },
  csv: { type: 'text/csv', mostBytes: 16 * MiB },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', mostBytes: 10 * MiB },
}

/** A chosen file: what it is by its name, and how many names stand in it where that can be told before it is sent. */
export type NameFile =
  | { readonly file: File; readonly type: string; readonly names: number | undefined }
  | { readonly file: File; readonly refused: 'bulk.wrongFile' | 'bulk.tooLarge' | 'bulk.emptyFile' }

export async function readNameFile(file: File): Promise<NameFile> {
  const kind = kinds[file.name.split('.').at(-1)?.toLowerCase() ?? '']
  if (!kind) return { file, refused: 'bulk.wrongFile' }
  if (file.size > kind.mostBytes) return { file, refused: 'bulk.tooLarge' }
  if (kind.type !== 'text/plain')
    return file.size === 0 ? { file, refused: 'bulk.emptyFile' } : { file, type: kind.type, names: undefined }
  const names = filledLines(await file.text())
  return names === 0 ? { file, refused: 'bulk.emptyFile' } : { file, type: kind.type, names }
}
