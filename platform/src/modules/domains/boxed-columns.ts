import type { BoxedColumn } from '../../kernel/vault/index.ts'

/** Transfer passwords (authInfo), and what registries said by themselves. */
export const boxedColumns: readonly BoxedColumn[] = [
  { table: 'domain', key: 'id', column: 'auth_info' },
  { table: 'registry_message', key: 'id', column: 'frame' },
]
