export { type Configuration, loadConfiguration } from './configuration.ts'
