import { join } from 'node:path'
import { type BureauAccount, type BureauControls, type BureauServer, createBureauServer, miit30 } from '@yuming/miit'
import { text } from '../store/columns.ts'
import { Store } from '../store/store.ts'
import type { Clock } from '../world/clock.ts'
import { digits, type Random, secret } from '../world/random.ts'
import { type Behaviour, behave, behaviourSchema } from './bureau-controls.ts'
import { bureauMigrations } from './bureau-migrations.ts'
import { codeTables } from './code-tables.ts'
import { BureauOffice } from './office.ts'
import { ministry, type Province, provinces } from './provinces.ts'

/** One system to file with: a province's bureau, or the ministry. */
export interface Bureau {
  readonly id: string
  readonly name: string
  readonly province?: Province
  readonly port: number
  readonly account: BureauAccount & { readonly aes: { readonly key: string; readonly iv: string } }
  behaviour: Behaviour
}

export interface Bureaus {
  readonly all: ReadonlyMap<string, Bureau>
  readonly office: BureauOffice
  behave(id: string, behaviour: Behaviour): void
  turn(): Promise<void>
  close(): Promise<void>
}

/** Opens the ministry and the 31 bureaus (通信管理局), each with a server of its own on loopback. */
export async function openBureaus(options: {
  data: string
  /** The first of 32 ports in a row; 0 takes any free ones. */
  port: number
  clock: Clock
  random: Random
  deliver: (to: string, message: string) => void
  smsPage: () => string
}): Promise<Bureaus> {
  const { clock, random } = options
  const store = new Store(join(options.data, 'bureaus', 'bureaus.sqlite'), bureauMigrations)
  const all = new Map<string, Bureau>()
  const servers: BureauServer[] = []
  const controls = new Map<string, BureauControls>()
  const office = new BureauOffice({
    store,
    clock,
    random,
    provider: (bureau) => all.get(bureau)?.account.ispId ?? '0',
    deliver: options.deliver,
    smsPage: options.smsPage,
  })
  const usualBehaviour = behaviourSchema.parse({})
  const systems = [
    { id: ministry, name: '工业和信息化部' },
    ...provinces.map((province) => ({ id: province.code, name: `${province.name}通信管理局`, province })),
  ]
  for (const [index, system] of systems.entries()) {
    const account = accountOf(store, system.id, random)
    const mine: BureauControls = {}
    behave(mine, usualBehaviour)
    controls.set(system.id, mine)
    const server = createBureauServer({
      profile: miit30,
      controls: mine,
      now: () => clock.now(),
      store: counterOf(office, system.id, account),
    })
    await server.listen(options.port === 0 ? 0 : options.port + index, '127.0.0.1')
    servers.push(server)
    all.set(system.id, { ...system, port: server.port, account, behaviour: usualBehaviour })
    if (office.outbox.isEmpty(system.id))
      await office.run(() => office.outbox.put(system.id, 'code-tables', codeTables))
  }
  const timer = setInterval(() => void office.turn(), 1_000)
  return {
    all,
    office,
    behave(id, behaviour) {
      const bureau = all.get(id)
      const mine = controls.get(id)
      if (!bureau || !mine) throw Object.assign(new Error('no such bureau'), { statusCode: 404 })
      bureau.behaviour = behaviour
      behave(mine, behaviour)
    },
    turn: () => office.turn(),
    async close() {
      clearInterval(timer)
      await Promise.all(servers.map((server) => server.close()))
      office.flush()
      store.close()
    },
  }
}

/** One bureau's counter: what the interface asks of persistence. */
function counterOf(office: BureauOffice, id: string, account: BureauAccount) {
  return {
    account: async (ispId: string) => (ispId === account.ispId ? account : undefined),
    lastUpload: async () => office.inbox.last(id),
    waiting: async () => office.inbox.countUnprocessed(id),
    accept: (_: string, upload: Parameters<typeof office.inbox.accept>[1]) =>
      office.run(() => office.inbox.accept(id, upload)),
    nextFiles: async () => office.outbox.next(id),
    acknowledge: (_: string, fileName: string) => office.run(() => office.outbox.acknowledge(id, fileName)),
    filingStatus: async (type: number, value: string) => office.register.status(type, value),
    // The practice of filing passwords ended; nobody has one here.
    filingPassword: async () => false,
  }
}

function accountOf(store: Store, bureau: string, random: Random): Bureau['account'] {
  const known = store.get('select * from account where bureau = ?', bureau)
  if (!known) {
    store.run(
      'insert into account (bureau, isp_id, user_name, password, aes_key, aes_iv) values (?, ?, ?, ?, ?, ?)',
      bureau,
      `99${digits(random, 10)}`,
      'yuming',
      secret(random, 12),
      secret(random, 12),
      digits(random, 16),
    )
    return accountOf(store, bureau, random)
  }
  return {
    ispId: text(known, 'isp_id'),
    userName: text(known, 'user_name'),
    password: text(known, 'password'),
    aes: { key: text(known, 'aes_key'), iv: text(known, 'aes_iv') },
  }
}
