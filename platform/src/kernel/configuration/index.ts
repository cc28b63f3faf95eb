export { type Configuration, loadConfiguration } from './configuration.ts'
export { Secret } from './secret.ts'
