import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type JourneyResult, registerOne } from './world/journey-line.ts'
import { startWorld } from './world/start-world.ts'

const { values } = parseArgs({
  options: {
    name: { type: 'string', default: 'shanyuecha2026' },
    suffix: { type: 'string', default: 'cn' },
    frames: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) {
  console.log(
    'npm run journey -- [--name LABEL] [--suffix SUFFIX] [--frames DIR] [--json]\nRegisters one name in a fresh world, without a browser. --frames writes every EPP frame, secrets replaced.\n--json ends with one line: the order, its task, what the registry answers to domain:info, and an error when the name is not ours.\nEnds with 0 only when the registry confirms the name.',
  )
  process.exit(0)
}

const say = (text: string) => console.error(`journey: ${text}`)
const folder = mkdtempSync(path.join(tmpdir(), 'yuming-journey-'))
const frames = values.frames === undefined ? undefined : path.resolve(values.frames)

async function journey(): Promise<JourneyResult> {
  if (frames) mkdirSync(frames, { recursive: true })
  const world = await startWorld({ folder, say, env: frames ? { YUMING_FRAMES: frames } : {} })
  try {
    return await registerOne(world, { label: values.name, suffix: values.suffix, frames, say })
  } finally {
    await world.stop()
  }
}

let result: Partial<JourneyResult>
try {
  result = await journey()
} catch (error) {
  result = { error: error instanceof Error ? error.message : String(error) }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
const { domain, registry, error } = result
if (error !== undefined) say(error)
else say(`the registry confirms ${domain?.name}: ${registry?.clID}, until ${registry?.exDate}`)
if (values.json) console.log(JSON.stringify(result))
process.exit(registry?.ours ? 0 : 1)
