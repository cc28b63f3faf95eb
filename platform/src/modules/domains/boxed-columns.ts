import type { BoxedColumn } from '../../kernel/vault/index.ts'

/** Transfer passwords (authInfo), boxed by the vault. */
export const boxedColumns: readonly BoxedColumn[] = [{ table: 'domain', key: 'id', column: 'auth_info' }]
