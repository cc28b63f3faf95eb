import { parseArgs } from 'node:util'
import { plainDay } from '@yuming/rules'

export interface ExplainOptions {
  readonly topic: string | undefined
  /** YYYY-MM-DD, China time. */
  readonly day: string
  readonly list: boolean
  readonly rules: boolean
  readonly help: boolean
}

/** @throws Error with a sentence for the user */
export function explainOptions(args: readonly string[], today: string): ExplainOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      day: { type: 'string' },
      list: { type: 'boolean', default: false },
      rules: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
  if (positionals.length > 1) throw new Error(`one topic at a time, not ${positionals.join(' ')}`)
  const day = values.day ?? today
  if (!plainDay.accepts(day)) throw new Error(`--day is a day of the calendar, YYYY-MM-DD, not ${day}`)
  return { topic: positionals[0], day, list: values.list, rules: values.rules, help: values.help }
}
