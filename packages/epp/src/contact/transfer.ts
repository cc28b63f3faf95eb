import { transferCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5733 §3.1.3 and §3.2.4; the name is the contact's handle. */
export const contactTransfer = transferCommand(ns, 'id')
