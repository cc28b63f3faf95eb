import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeTemplate, organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'

/** Accounts of the local demonstration only; nothing of a real installation knows them. */
export const demoAccounts = {
  owner: { email: 'demo@yuming.example', password: 'yuming-demo-2026', name: '山月茶业' },
  subUser: { email: 'staff@yuming.example', password: 'yuming-staff-2026', name: '店员小周' },
} as const

/** On the first start: an account with money, a template and a sub-user, made through the public API like anybody's. */
export async function makeDemo(world: World, say: (text: string) => void): Promise<void> {
  const mark = path.join(world.folder, 'demo-made')
  if (existsSync(mark)) return
  say('making the demo accounts (once) …')
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const { owner, subUser } = demoAccounts
  const client = await signUp(world.origin, owner.email, owner.password, owner.name)
  await makeTemplate(client, sandbox, organisationTemplate(owner.email))
  await client.post('account/sub-users', subUser)
  await topUp(client, sandbox, 1_000_000)
  writeFileSync(mark, '')
}
