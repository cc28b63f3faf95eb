import type { Service, Website } from '../../model/service.ts'
import type { Body } from '../../shape/part.ts'

const word = { website: '网站', app: 'App', 'mini-program': '小程序', 'quick-app': '快应用' }

/** V3.0 knows websites only (section 9): anything else is refused, never cut down to one. */
export function onlyWebsites(body: Body<Website>): Body<Service> {
  return {
    write(value, to) {
      if (value.kind === 'website') body.write(value, to)
      else
        to.at('kind', () =>
          to.problem('unsupported', {
            zh: `此版本接口不能报送${word[value.kind]}备案`,
            en: `This version of the interface cannot carry the filing of a ${value.kind}`,
          }),
        )
    },
    read: (from) => body.read(from),
  }
}
