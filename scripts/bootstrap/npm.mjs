import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Runs npm with the given Node, so that packages see the Node that will use them. True when it succeeded. */
export function npm(node, args, cwd) {
  const cli = npmCli()
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH}` }
  // A parent npm hands its own settings down in npm_config_*; a nested install must read the checkout's .npmrc instead.
  for (const key of Object.keys(env))
    if (/^npm_(config_(prefix|local_prefix|global_prefix|workspace)|package_|lifecycle_)/.test(key)) delete env[key]
  const [command, all] = cli ? [node, [cli, ...args]] : ['npm', args]
  const result = spawnSync(command, [...all, '--loglevel=error'], { cwd, env, stdio: ['ignore', 2, 'inherit'] })
  return result.status === 0
}

function npmCli() {
  const beside = path.resolve(path.dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  return [process.env.npm_execpath, beside].find((file) => file?.endsWith('npm-cli.js') && existsSync(file))
}
