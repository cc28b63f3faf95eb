// What `npm run NAME -- --help` says of the commands that have no help of their own. Plain JavaScript for any Node >= 18.

/** command name -> [how it is called, what it does] */
const texts = {
  start: [
    'npm start [-- --data .yuming] [--port 8080]',
    'Starts platform, database and sandbox together, and stops them with Ctrl-C.',
  ],
  test: ['npm test [-- FILE…]', 'Lint, unit and socket tests, then journeys in a browser; with files only those.'],
  lint: ['npm run lint', 'Format, types, floors, and unused files and exports.'],
  'api-types': [
    'npm run api-types',
    'Makes the console’s types of the API (console/src/api/schema.ts) from what the routes answer.',
  ],
  trace: ['npm run trace', 'Which numbered requirements a passing test names; after npm test.'],
  chaos: [
    'npm run chaos [-- --kills N] [--seed 1] [--at PATTERN]',
    'Kills the platform at every named point while orders run, 200 times at least, then compares all books. --at takes points of one pattern only.',
  ],
  bench: ['npm run bench -- NAME [--quick]', 'Runs one benchmark; without a name it lists them.'],
  'make-walkthrough': [
    'npm run make-walkthrough [-- register|verify]',
    'Films the walkthroughs that the help pages show, or one of them.',
  ],
  'hold-beside': ['npm run hold-beside [-- 01-search …]', 'Makes pictures of each page beside its drawing.'],
  'audit:verify': ['npm run audit:verify', 'Checks the hash chain of the audit log.'],
  'vault:rotate': ['npm run vault:rotate', 'Seals everything anew under the newest master key.'],
  'registry:password': [
    'npm run registry:password -- ID [--read]',
    'Has a new password set at a registry with the next login: one made here, or the one that --read takes from standard input.',
  ],
  operator: [
    'npm run operator -- EMAIL ROLE…',
    'Gives somebody who has signed up exactly these roles; the role `none` takes all.',
  ],
}

/** @param {string} name @param {readonly string[]} args @returns {string | undefined} */
export function helpOf(name, args) {
  if (!args.includes('--help') && !args.includes('-h')) return undefined
  return Object.hasOwn(texts, name) ? texts[name].join('\n\n') : undefined
}
