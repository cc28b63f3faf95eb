import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, TestCase } from 'vitest/node'

const folder = '.yuming/test'
const suffix = '.skipped.txt'

/** Keeps what a run of the tests did not check, so that it can be said at the end, where it is read. */
export class SkippedChecks implements Reporter {
  readonly #file: string
  readonly #lines = new Set<string>()

  constructor(run: string) {
    this.#file = path.join(folder, `${run}${suffix}`)
  }

  onUserConsoleLog({ content }: { readonly content: string }): void {
    for (const [, what = ''] of content.matchAll(/^SKIPPED: (.+)$/gm)) this.#lines.add(what)
  }

  onTestCaseResult(test: TestCase): void {
    if (test.result().state === 'skipped') this.#lines.add(`${test.module.relativeModuleId}: ${test.fullName}`)
  }

  onTestRunEnd(): void {
    mkdirSync(folder, { recursive: true })
    writeFileSync(this.#file, [...this.#lines].map((line) => `${line}\n`).join(''))
  }
}

/** What the last runs did not check. */
export function skippedChecks(): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .flatMap((file) => readFileSync(path.join(folder, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
}
