// Makes the folder that is published: JavaScript and declarations, the licence, the README and a manifest of its own.
// The workspace runs the TypeScript itself, which no Node does below node_modules.
import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const here = path.resolve(import.meta.dirname, '..')
const to = path.resolve(process.argv[2] ?? path.join(here, 'dist'))

rmSync(to, { recursive: true, force: true })
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const { status } = spawnSync(
  process.execPath,
  [tsc, '--project', path.join(here, 'tsconfig.build.json'), '--outDir', to],
  {
    stdio: 'inherit',
  },
)
if (status !== 0) process.exit(status ?? 1)

// tsc rewrites the imports of the JavaScript only.
for (const file of globSync('**/*.d.ts', { cwd: to })) {
  const declared = readFileSync(path.join(to, file), 'utf8')
  writeFileSync(path.join(to, file), declared.replaceAll(/(['"]\.{1,2}\/[^'"]+)\.ts(?=['"])/g, '$1.js'))
}

const {
  private: _,
  scripts: __,
  devDependencies: ___,
  ...manifest
} = JSON.parse(readFileSync(path.join(here, 'package.json'), 'utf8')) as Record<string, unknown>
writeFileSync(
  path.join(to, 'package.json'),
  `${JSON.stringify(
    {
      ...manifest,
      exports: {
        '.': { types: './index.d.ts', default: './index.js' },
        './stand-in': { types: './tables/stand-in.d.ts', default: './tables/stand-in.js' },
        './pictures': { types: './pictures/index.d.ts', default: './pictures/index.js' },
      },
      files: ['**/*.js', '**/*.d.ts'],
      sideEffects: false,
      // The declarations speak of streams and buffers.
      peerDependencies: { '@types/node': '>=22' },
      peerDependenciesMeta: { '@types/node': { optional: true } },
    },
    null,
    2,
  )}\n`,
)
copyFileSync(path.join(here, 'README.md'), path.join(to, 'README.md'))
copyFileSync(path.join(here, 'LICENSE'), path.join(to, 'LICENSE'))
process.stdout.write(`built ${to}: npm publish it from there\n`)
