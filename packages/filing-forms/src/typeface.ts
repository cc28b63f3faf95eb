import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

let bytes: Buffer | undefined

/** Noto Sans SC (SIL Open Font License 1.1): read once, 30,890 characters. */
export function typeface(): Buffer {
  bytes ??= readFileSync(
    fileURLToPath(import.meta.resolve('@electron-fonts/noto-sans-sc/fonts/NotoSansSC-Regular.ttf')),
  )
  return bytes
}
