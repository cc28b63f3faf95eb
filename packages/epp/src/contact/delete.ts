import { deleteCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5733 §3.2.2; the name is the contact's handle. */
export const contactDelete = deleteCommand(ns, 'id')
