import './tables.ts'

export { type KeyService, keyFileService, type WrappedKey } from './key-service.ts'
export { createVault, type SealFor, type Vault } from './vault.ts'
