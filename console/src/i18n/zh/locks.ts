export const locksText = {
  'locks.title': '锁',
  'locks.transfer': '转移锁',
  'locks.transferWhy': '不许转到别的注册商',
  'locks.update': '更新锁',
  'locks.updateWhy': '不许改持有者、DNS服务器',
  'locks.registry': '注册局锁',
  'locks.registryWhy': '由注册局加上，人工解除',
  'locks.on': '已锁',
  'locks.off': '没有锁',
}
