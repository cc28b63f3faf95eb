import { cite, type Finding } from '@yuming/rules'

type Text = { zh: string; en: string }

// What the codes of RFC 5730 §3 mean to the person who ordered the name.
const meanings: Readonly<Record<number, { message: Text; remedy: Text }>> = {
  2005: {
    message: { zh: '注册局不收这种写法的名字', en: 'The registry does not take names of this form' },
    remedy: { zh: '换一个名字', en: 'Choose another name' },
  },
  2104: {
    message: { zh: '我们在注册局的余额不足', en: 'Our balance at the registry is too low' },
    remedy: { zh: '钱会退给你；我们补足后可再下单', en: 'You get your money back; order again when we have topped up' },
  },
  2201: {
    message: { zh: '注册局不许我们办这件事', en: 'The registry does not let us do this' },
    remedy: { zh: '请联系客服', en: 'Please contact support' },
  },
  2302: {
    message: { zh: '名字刚被别人注册了', en: 'Somebody else has just registered the name' },
    remedy: { zh: '换一个名字或后缀；钱会退给你', en: 'Choose another name or suffix; you get your money back' },
  },
  2303: {
    message: { zh: '注册局没有这个名字', en: 'The registry does not know the name' },
    remedy: { zh: '刷新后再看', en: 'Refresh and look again' },
  },
  2304: {
    message: { zh: '名字现在的状态不许这样做', en: 'The status of the name does not allow this' },
    remedy: { zh: '看域名页上的状态说明', en: 'See the states on the page of the domain' },
  },
  2306: {
    message: { zh: '名字是保留的，或不合注册局的政策', en: "The name is reserved, or against the registry's policy" },
    remedy: { zh: '换一个名字；钱会退给你', en: 'Choose another name; you get your money back' },
  },
}

const otherwise = {
  message: { zh: '注册局没有办成', en: 'The registry did not do it' },
  remedy: { zh: '稍后再试；原文见“细节”', en: "Try again later; the registry's words are behind “details”" },
}

/** A registry's result code as a finding: what happened, and what to do. */
export function refusalFinding(code: number, day: string): Finding {
  const { message, remedy } = meanings[code] ?? otherwise
  return {
    rule: `EPP-${code}`,
    severity: 'refuse',
    field: 'name',
    message,
    remedy,
    source: cite('RFC 5730', `§3, result code ${code}`, { date: '2009-08-01' }),
    from: day,
  }
}
