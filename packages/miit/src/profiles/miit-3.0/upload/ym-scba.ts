import type { UploadKind } from '../../../profile/upload-kind.ts'
import { id, text } from '../../../shape/scalars.ts'

/** 域名删除 (section 6.7): by one of the two names (section 8, 9). */
export const ymScba: UploadKind<'remove-domain'> = {
  name: 'remove-domain',
  group: 'YM',
  tag: 'SCBA',
  recordTag: 'Scxx',
  body: {
    write(value, to) {
      if ('bureauId' in value) to.at('bureauId', () => id('Id').write(value.bureauId, to))
      else to.at('name', () => text('Ym', 4, 255).write(value.name, to))
    },
    read: (from) => (from.one('Id') ? { bureauId: id('Id').read(from) } : { name: text('Ym', 4, 255).read(from) }),
  },
}
