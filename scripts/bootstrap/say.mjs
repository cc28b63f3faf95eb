import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the checkout. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

/** Progress goes to standard error, so that a command's own output stays clean. */
export function say(text) {
  process.stderr.write(`yuming: ${text}\n`)
}

/** Ends the process with a sentence that tells what to do. */
export function fail(text) {
  process.stderr.write(`yuming: ${text}\n`)
  process.exit(1)
}
