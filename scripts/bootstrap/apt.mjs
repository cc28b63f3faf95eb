import { spawnSync } from 'node:child_process'

let updated = false

/** Installs packages of the system where apt-get may be used; whoever asked looks afterwards whether they are there. */
export function aptInstall(...packages) {
  if (!updated) apt('update', '-qq')
  updated = true
  apt('install', '-y', '-qq', '--no-install-recommends', ...packages)
}

function apt(...args) {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [command, ...rest] = [...sudo, 'apt-get', ...args]
  spawnSync(command, rest, {
    stdio: ['ignore', 2, 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}
