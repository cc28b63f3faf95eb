import { sql } from 'kysely'

/**
 * Whether an agent holds a name (S1-162): its template is of another account than the name itself. For queries that join
 * `domain` with `registrant_template`. With a change of holder to a template of one's own it is so no more.
 */
export const agentHeld = sql<boolean>`coalesce(registrant_template.account <> domain.account, false)`
