import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { registerOne } from './world/journey-line.ts'
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
    'npm run journey -- [--name LABEL] [--suffix SUFFIX] [--frames DIR] [--json]\nRegisters one name in a fresh world, without a browser. --frames writes every EPP frame, secrets replaced.',
  )
  process.exit(0)
}

const say = (text: string) => console.error(`journey: ${text}`)
const folder = mkdtempSync(path.join(tmpdir(), 'yuming-journey-'))
const frames = values.frames === undefined ? undefined : path.resolve(values.frames)
if (frames) mkdirSync(frames, { recursive: true })

let ok = false
try {
  const world = await startWorld({ folder, say, env: frames ? { YUMING_FRAMES: frames } : {} })
  try {
    const result = await registerOne(world, { label: values.name, suffix: values.suffix, say })
    ok = result.registry?.ours ?? false
    if (values.json) console.log(JSON.stringify(result))
    else
      say(
        ok
          ? `the registry confirms ${result.domain?.name}: ${result.registry?.clID}, until ${result.domain?.expiresOn}`
          : 'the registry does not confirm the name',
      )
  } finally {
    await world.stop()
  }
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exit(ok ? 0 : 1)
