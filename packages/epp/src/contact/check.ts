import { checkCommand } from '../shared-commands.ts'
import { ns } from './parts.ts'

/** RFC 5733 §3.1.1; names are contact handles. */
export const contactCheck = checkCommand(ns, 'id')
