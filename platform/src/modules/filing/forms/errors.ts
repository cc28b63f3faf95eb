import { defineProblem } from '../../../kernel/errors/index.ts'

export const FormIncomplete = defineProblem('filing.form-incomplete', 422, {
  zh: '这份材料要印的信息还没有填完',
  en: 'The draft does not yet have everything that this paper prints',
})
export const FormCharacter = defineProblem('filing.form-character', 422, {
  zh: '有的字印不出来，这份材料先不出',
  en: 'A character cannot be printed, so this paper is not issued',
})
export const IssuerNotNamed = defineProblem('filing.issuer-not-named', 503, {
  zh: '平台还没有设置单位名称，暂时出不了这份材料',
  en: 'This platform has no company name set, so it cannot issue the paper yet',
})
export const CertificateNotVerified = defineProblem('filing.certificate-not-verified', 409, {
  zh: '域名还没有通过实名认证，先不能出域名证书',
  en: 'The name is not verified yet, so no domain certificate is issued',
})
