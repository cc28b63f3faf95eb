import { deleteCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5732 §3.2.2. */
export const hostDelete = deleteCommand(ns, 'name')
