import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { answerLine } from './explain/answer-lines.ts'
import { explainOptions } from './explain/options.ts'
import { factList, ruleLines, topicList } from './explain/print.ts'
import { topics } from './explain/topics.ts'

const usage = `npm run explain -- TOPIC [--day YYYY-MM-DD] < facts.jsonl
  reads one JSON object of facts a line, writes one JSON object {verdict, findings, looked, …} a line
npm run explain -- --list           shows the topics
npm run explain -- TOPIC --rules    prints the rules in force on --day (today unless given)
npm run explain -- TOPIC --help     shows the facts of a topic`

const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

// `| head` closes the pipe once it has seen enough; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

try {
  await explain()
} catch (error) {
  console.error(`explain: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  process.exitCode = 1
}

async function explain(): Promise<void> {
  const options = explainOptions(process.argv.slice(2), today)
  const topic = topics.find(({ name }) => name === options.topic)
  if (options.topic !== undefined && !topic)
    throw new Error(`no such topic: ${options.topic}. Topics: ${topics.map(({ name }) => name).join(', ')}`)
  if (options.list) return console.log(topicList(topics))
  if (options.help) return console.log(topic ? `${usage}\n\n${factList(topic)}` : `${usage}\n\n${topicList(topics)}`)
  if (options.rules) return write((topic ? [topic] : topics).flatMap((each) => ruleLines(each, options.day)))
  if (!topic) throw new Error('which topic?')
  for await (const line of createInterface({ input: process.stdin })) {
    const answer = answerLine(topic, line, options.day)
    if (answer !== undefined) await write([answer])
  }
}

/** Waits for a slow reader, so that any number of lines needs little memory. */
async function write(lines: readonly string[]): Promise<void> {
  for (const line of lines) if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain')
}
