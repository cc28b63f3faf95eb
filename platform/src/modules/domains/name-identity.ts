import { sql } from 'kysely'

/**
 * The holder's identity as far as one name is concerned (`name_identity` of the database): for queries that join `domain` with
 * `registrant_template`, and `registry_review` of the axis `identity`.
 */
export const nameIdentity = sql<
  'unverified' | 'reviewing' | 'verified' | 'failed'
>`name_identity(registrant_template.identity, registrant_template.verified_at, registry_review.state, registry_review.decided_at)`
