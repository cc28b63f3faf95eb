export const locksText = {
  'locks.title': 'Locks',
  'locks.transfer': 'Transfer lock',
  'locks.transferWhy': 'The name may not leave for another registrar',
  'locks.update': 'Update lock',
  'locks.updateWhy': 'Holder and name servers may not be changed',
  'locks.registry': 'Registry lock',
  'locks.registryWhy': 'Set by the registry, lifted by hand',
  'locks.on': 'Locked',
  'locks.off': 'Not locked',
}
