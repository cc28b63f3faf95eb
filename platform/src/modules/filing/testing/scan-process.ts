import { pino } from 'pino'
import { fixedClock } from '../../../kernel/clock/index.ts'
import { createDb, createPool } from '../../../kernel/database/index.ts'
import { systemRandom as random } from '../../../kernel/random.ts'
import { createNightlyScan } from '../index.ts'

// A process that looks at what is filed, to be killed: two at a time, with a word after each batch.
const pool = createPool(process.env.DATABASE_URL ?? '', { max: 2 })
pool.on('release', () => process.stdout.write('.'))
const clock = fixedClock(process.env.NOW ?? '')
await createNightlyScan({ db: createDb(pool), clock, random, log: pino({ level: 'silent' }), batch: 2 }).look()
await pool.end()
