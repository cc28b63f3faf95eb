import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** Lets a person run the world in `folder`, as in a real installation: by a command on the machine. */
export function makeOperator(folder: string, email: string, role: string): void {
  execFileSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'platform/src/operator-main.ts', email, role],
    {
      env: { ...process.env, YUMING_CONFIG: path.join(folder, 'platform', 'yuming.config.json') },
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  )
}
