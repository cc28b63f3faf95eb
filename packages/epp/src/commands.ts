import type { EppCommand } from './command.ts'
import { contactCheck } from './contact/check.ts'
import { contactCreate } from './contact/create.ts'
import { contactDelete } from './contact/delete.ts'
import { contactInfo } from './contact/info.ts'
import { contactTransfer } from './contact/transfer.ts'
import { contactUpdate } from './contact/update.ts'
import { domainCheck } from './domain/check.ts'
import { domainCreate } from './domain/create.ts'
import { domainDelete } from './domain/delete.ts'
import { domainInfo } from './domain/info.ts'
import { domainRenew } from './domain/renew.ts'
import { domainTransfer } from './domain/transfer.ts'
import { domainUpdate } from './domain/update.ts'
import { hostCheck } from './host/check.ts'
import { hostCreate } from './host/create.ts'
import { hostDelete } from './host/delete.ts'
import { hostInfo } from './host/info.ts'
import { hostUpdate } from './host/update.ts'
import { nvCheck } from './nv/check.ts'
import { nvCreate } from './nv/create.ts'
import { nvInfo } from './nv/info.ts'
import { nvUpdate } from './nv/update.ts'
import { poll } from './poll/poll.ts'
import { login } from './session/login.ts'
import { logout } from './session/logout.ts'

const all: readonly EppCommand<unknown, unknown>[] = [
  ...[login, logout, poll],
  ...[domainCheck, domainInfo, domainCreate, domainUpdate, domainDelete, domainRenew, domainTransfer],
  ...[contactCheck, contactInfo, contactCreate, contactUpdate, contactDelete, contactTransfer],
  ...[hostCheck, hostInfo, hostCreate, hostUpdate, hostDelete],
  ...[nvCheck, nvInfo, nvCreate, nvUpdate],
] as readonly EppCommand<unknown, unknown>[]

const byKey = new Map(all.map((command) => [`${command.verb} ${command.object ?? ''}`, command]))

/** The command of a verb and an object's namespace; undefined when it is none that we know. */
export function commandFor(verb: string, object: string | undefined): EppCommand<unknown, unknown> | undefined {
  return byKey.get(`${verb} ${object ?? ''}`)
}
