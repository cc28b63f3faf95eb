import os from 'node:os'
import type { Figure } from './figures.ts'

/** Prints the table, and as the last line one JSON object. */
export function report(bench: string, figures: readonly Figure[]): void {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, ${os.type()} ${os.release()}`
  console.log(`\n${bench} — ${machine}\n`)
  const width = Math.max(...figures.map(({ key }) => key.length))
  for (const { key, value, unit, note } of figures)
    console.log(
      `  ${key.padEnd(width)}  ${rounded(value).toLocaleString('en').padStart(12)} ${unit}${note ? `   ${note}` : ''}`,
    )
  console.log(
    `\n${JSON.stringify({ bench, machine, figures: Object.fromEntries(figures.map(({ key, value }) => [key, rounded(value)])) })}`,
  )
}

function rounded(value: number): number {
  return value >= 100 ? Math.round(value) : Math.round(value * 100) / 100
}
