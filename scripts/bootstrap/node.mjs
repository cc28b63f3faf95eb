import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { npm } from './npm.mjs'
import { fail, root, say } from './say.mjs'

const pinned = '24.21.0'

/** Path of a Node that runs TypeScript directly (>= 22.18): the running one, or one fetched from npm into .toolchain/. */
export function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 18) fail(`Node ${process.versions.node} is too old to begin with; install any Node >= 18 and try again.`)
  if (major >= 24 || (major === 22 && minor >= 18)) return process.execPath

  const platform = `${process.platform}-${process.arch}`
  const folder = path.join(root, '.toolchain')
  const binary = path.join(folder, 'node_modules', `node-${platform}`, 'bin', 'node')
  if (versionOf(binary) === `v${pinned}`) return binary
  if (!['linux-x64', 'linux-arm64'].includes(platform))
    fail(
      `Node ${process.versions.node} is too old and none can be fetched for ${platform}; install Node 24 and try again.`,
    )

  say(`Node ${process.versions.node} cannot run TypeScript; fetching Node ${pinned} into .toolchain/ (about 60 MB) …`)
  mkdirSync(folder, { recursive: true })
  if (!existsSync(path.join(folder, 'package.json')))
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n')
  const got = npm(process.execPath, ['install', '--no-save', '--no-package-lock', `node-${platform}@${pinned}`], folder)
  if (!got || versionOf(binary) !== `v${pinned}`)
    fail(`Node ${pinned} could not be fetched from the npm registry. Check the network, or install Node 24 yourself.`)
  return binary
}

function versionOf(binary) {
  if (!existsSync(binary)) return undefined
  return spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout?.trim()
}
