/**
 * `npm run audit:verify`: walks the chain of the audit log of the platform that YUMING_CONFIG names, or of the one that
 * `npm start` made. Ends with 0 when it is whole, 1 when an entry is broken, 2 when it could not be read.
 */
import { withPlatformDatabase } from '../platform-database.ts'
import { verifyChain } from './verify.ts'

try {
  const verdict = await withPlatformDatabase((db) => verifyChain(db))
  if (verdict.whole) {
    console.log(`审计日志完整，共 ${verdict.entries} 条。 The audit log is whole: ${verdict.entries} entries.`)
  } else {
    const { brokenAt, reason } = verdict
    console.log(`审计日志在第 ${brokenAt} 条断裂。 The audit log is broken at entry ${brokenAt}: ${reason}.`)
    process.exitCode = 1
  }
} catch (error) {
  console.error(
    `无法核对审计日志。 The audit log could not be read: ${error instanceof Error ? error.message : String(error)}`,
  )
  process.exitCode = 2
}
