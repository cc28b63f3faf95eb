import './tables.ts'

export { configuredKeyService } from './configured-key-service.ts'
export { deletionsOf } from './deletions.ts'
export { createEraser, type Eraser } from './eraser.ts'
export { type KeyService, keyFileService, type WrappedKey } from './key-service.ts'
export { type BoxedColumn, oldKeysLeft, rewrap } from './rewrap.ts'
export { createVault, type SealFor, type Vault } from './vault.ts'
