import type { BoxedColumn } from '../../kernel/vault/index.ts'

/** Transfer passwords (authInfo), what registries said by themselves, and our passwords there. */
export const boxedColumns: readonly BoxedColumn[] = [
  { table: 'domain', key: 'id', column: 'auth_info' },
  { table: 'registry_message', key: 'id', column: 'frame' },
  ...['instead_of', 'password', 'wanted'].map((column) => ({ table: 'registry_password', key: 'registry', column })),
]
