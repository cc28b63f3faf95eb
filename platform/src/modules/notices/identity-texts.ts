import type { NoticeText } from './notice-text.ts'

/** What is told of holders, their papers and the proofs that a name wants. */
export const identityTexts = {
  'identity.passed': {
    subject: { zh: '实名认证已通过：{holder}', en: 'Verified: {holder}' },
    body: {
      zh: '{holder} 的实名认证已通过。用这个模板的域名都算实名，不用再交材料。\n{link}',
      en: '{holder} is verified. Every name under this template counts as verified; nothing more is to be handed in.\n{link}',
    },
  },
  'identity.failed': {
    subject: { zh: '实名认证没有通过：{holder}', en: 'Not verified: {holder}' },
    body: {
      zh: '{holder} 的实名认证没有通过：{reason}\n怎么办：{remedy}\n{link}',
      en: 'The verification of {holder} failed: {reason}\nWhat to do: {remedy}\n{link}',
    },
  },
  'certificate.ends-soon': {
    subject: { zh: '{holder} 的证件将于 {by} 到期', en: 'The paper of {holder} ends on {by}' },
    body: {
      zh: '信息模板“{holder}”的证件 {by} 到期。离到期不足三个月的证件不能用于新的实名认证和备案，请换发后更新。\n{link}',
      en: 'The paper of the template {holder} ends on {by}. One with less than three months left is not taken for a new verification or filing; please renew it and change the template.\n{link}',
    },
  },
  'qualification.may-register': {
    subject: { zh: '{name} 的资质已核对通过，可以注册', en: '{name}: your papers have passed, you may register it' },
    body: {
      zh: '{name} 的资质材料已由我们核对通过，现在可以注册。名字没有为您保留，支付才会提交注册局；注册后由注册局再审。\n{link}',
      en: 'We have checked the papers for {name}; it can be registered now. The name is not held for you: only payment brings it to the registry, which then reviews it itself.\n{link}',
    },
  },
  'qualification.passed': {
    subject: { zh: '{name} 的资质材料已核对通过', en: '{name}: your papers have passed our check' },
    body: {
      zh: '{name} 的资质材料已由我们核对通过。接下来由注册局自己审，批准后才能使用；结果我们会告诉您。\n{link}',
      en: 'We have checked the papers for {name}. The registry now decides itself, and the name works after that; we tell you how it ends.\n{link}',
    },
  },
  'qualification.failed': {
    subject: { zh: '{name} 的资质材料没有通过', en: '{name}: your papers did not pass' },
    body: {
      zh: '{name} 的资质材料没有通过：{reason}\n请改正后重新提交。\n{link}',
      en: 'The papers for {name} did not pass: {reason}\nPlease correct them and hand them in again.\n{link}',
    },
  },
  'qualification.papers-soon': {
    subject: { zh: '请提交 {name} 的资质材料', en: 'Hand in the papers for {name}' },
    body: {
      zh: '{name} 要通过注册局的资质审核才能使用。请在 {by} 前提交资质材料。\n{link}',
      en: '{name} works only after the registry has reviewed your right to it. Please hand the papers in by {by}.\n{link}',
    },
  },
  'qualification.papers-over': {
    subject: { zh: '{name} 的资质材料已逾期', en: 'The papers for {name} are overdue' },
    body: {
      zh: '到 {by} 还没有收到 {name} 的资质材料，注册局可能直接删除这个域名。现在仍可提交。\n{link}',
      en: 'The papers for {name} were not handed in by {by}; the registry may delete the name. They can still be handed in.\n{link}',
    },
  },
  'papers.end-soon': {
    subject: { zh: '{holder} 的证件照片还没提交，{by} 销毁', en: 'Hand the photographs of {holder} in by {by}' },
    body: {
      zh: '【域名】{holder} 的证件照片已经上传，还没有提交审核。按约定 {by} 销毁，之后要重新拍。请在此之前提交。\n{link}',
      en: '[Yuming] The photographs of the papers of {holder} were uploaded and not handed in. As agreed they are destroyed on {by}, and would have to be taken again; please hand them in before that.\n{link}',
    },
  },
  'enhanced.papers-soon': {
    subject: { zh: '{name} 要补交强化实名材料，{by} 前', en: '{name}: the registry asks for more papers by {by}' },
    body: {
      zh: '【域名】注册局要求 {name} 的持有者做强化实名，请在 {by} 前交材料；逾期，持有者名下所有.cn域名都受影响。\n{link}',
      en: '[Yuming] The registry asks for more papers of the holder of {name}. Please hand them in by {by}, or every .cn name of the holder is affected.\n{link}',
    },
  },
  'enhanced.papers-over': {
    subject: { zh: '{name} 的强化实名材料已逾期', en: '{name}: the papers that the registry asked for are overdue' },
    body: {
      zh: '【域名】到 {by} 还没有收到 {name} 的强化实名材料，注册局可能处理持有者名下所有.cn域名。现在仍可提交。\n{link}',
      en: '[Yuming] The papers for {name} were not handed in by {by}; the registry may act on every .cn name of the holder. They can still be handed in.\n{link}',
    },
  },
  'enhanced.sent': {
    subject: { zh: '{name} 的强化实名材料已转交注册局', en: '{name}: your papers are with the registry' },
    body: {
      zh: '{name} 的强化实名材料已核对并转交注册局，等它答复；有结果我们会告诉您。\n{link}',
      en: 'We have checked the papers for {name} and passed them to the registry, which decides now; we tell you how it ends.\n{link}',
    },
  },
  'enhanced.returned': {
    subject: { zh: '{name} 的强化实名材料要改正', en: '{name}: the papers have to be corrected' },
    body: {
      zh: '【域名】{name} 的强化实名材料没有通过：{reason}请在 {by} 前改正后再交。\n{link}',
      en: '[Yuming] The papers for {name} did not pass: {reason} Please correct them and hand them in again by {by}.\n{link}',
    },
  },
  'enhanced.passed': {
    subject: { zh: '{name} 的强化实名已通过', en: '{name}: the registry has accepted the papers' },
    body: {
      zh: '注册局已认可 {name} 的强化实名材料，不用再做什么。\n{link}',
      en: 'The registry has accepted the papers for {name}; nothing more is to be done.\n{link}',
    },
  },
  'enhanced.withdrawn': {
    subject: { zh: '{name} 不用再做强化实名', en: '{name}: no more papers are asked for' },
    body: {
      zh: '注册局已撤回对 {name} 的强化实名要求，不用再交材料。\n{link}',
      en: 'The registry no longer asks for papers for {name}.\n{link}',
    },
  },
  'review.due-soon': {
    subject: { zh: '{count} 件审核一小时内到期', en: '{count} reviews are due within the hour' },
    body: {
      zh: '还有 {count} 件等审核，一小时内到期：{numbers}\n{link}',
      en: '{count} reviews still wait and are due within the hour: {numbers}\n{link}',
    },
  },
} as const satisfies Record<string, NoticeText>
