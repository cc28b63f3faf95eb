import { existsSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { makeExamplePromotions } from './example-promotions.ts'
import { makeOperator } from './operator.ts'
import { organisationTemplate, signUp, topUp } from './person.ts'
import { SandboxControls } from './sandbox-controls.ts'
import type { World } from './start-world.ts'
import { makeVerifiedTemplate } from './verified.ts'

/** Accounts of the local demonstration only; nothing of a real installation knows them. */
export const demoAccounts = {
  owner: { email: 'demo@yuming.example', password: 'yuming-demo-2026', name: '山月茶业' },
  subUser: { email: 'staff@yuming.example', password: 'yuming-staff-2026', name: '店员小周' },
  operator: { email: 'operator@yuming.example', password: 'yuming-operator-2026', name: '平台管理员' },
} as const

/** On the first start: an account with money, a template and a sub-user, made through the public API like anybody's. */
export async function makeDemo(world: World, say: (text: string) => void): Promise<void> {
  const mark = path.join(world.folder, 'demo-made')
  if (existsSync(mark)) return
  say('making the demo accounts (once) …')
  const sandbox = new SandboxControls(world.sandboxOrigin)
  const { owner, subUser, operator } = demoAccounts
  const client = await signUp(world.origin, owner.email, owner.password, owner.name)
  await client.post('account/sub-users', subUser)
  await topUp(client, sandbox, 1_000_000)
  const boss = await signUp(world.origin, operator.email, operator.password, operator.name)
  makeOperator(world.folder, operator.email, 'admin')
  await makeExamplePromotions(boss)
  await makeVerifiedTemplate(world, { client, sandbox }, organisationTemplate(owner.email))
  writeFileSync(mark, '')
}
