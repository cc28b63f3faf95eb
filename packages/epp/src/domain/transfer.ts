import { transferCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5731 §3.1.3 and §3.2.4. */
export const domainTransfer = transferCommand(ns, 'name')
