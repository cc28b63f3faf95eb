import { domainCodes } from '../../codes/domain-codes.ts'
import { generalCodes } from '../../codes/general-codes.ts'
import { icpCodes } from '../../codes/icp-codes.ts'
import { ipCodes } from '../../codes/ip-codes.ts'
import { codeBook } from '../../codes/meaning.ts'
import { messageCodes } from '../../codes/message-codes.ts'
import type { Profile } from '../../profile/profile.ts'
import { bajg } from './download/bajg.ts'
import { basj, sjtbIcp } from './download/basj.ts'
import { ffjrhmd } from './download/ffjrhmd.ts'
import { hcjg } from './download/hcjg.ts'
import { hmdlb } from './download/hmdlb.ts'
import { hsrw } from './download/hsrw.ts'
import { ipBajg, ipHcjg } from './download/ip.ts'
import { jcdm, sjtbJcdm } from './download/jcdm.ts'
import { wbawzlb } from './download/wbawzlb.ts'
import { xgtz } from './download/xgtz.ts'
import { sjtbYm, ymBajg } from './download/ym-bajg.ts'
import { zxsj } from './download/zxsj.ts'
import { limits } from './limits.ts'
import { tagWords } from './tag-words.ts'
import { bgba } from './upload/bgba.ts'
import { hsjg } from './upload/hsjg.ts'
import { ipKinds } from './upload/ip.ts'
import { wbacljg } from './upload/wbacljg.ts'
import { xzba } from './upload/xzba.ts'
import { xzhyd } from './upload/xzhyd.ts'
import { xzjr } from './upload/xzjr.ts'
import { xzwz } from './upload/xzwz.ts'
import { ymScba } from './upload/ym-scba.ts'
import { ymXgba } from './upload/ym-xgba.ts'
import { ymXzba } from './upload/ym-xzba.ts'
import { zxba } from './upload/zxba.ts'
import { wsdlNames } from './wsdl-names.ts'

/** 企业系统接口规范 V3.0, October 2013. */
export const miit30: Profile = {
  id: 'miit-3.0',
  version: 'V.3.0',
  validFrom: '2013-10-01',
  wsdl: wsdlNames,
  limits,
  uploads: {
    'new-filing': xzba,
    'new-service': xzwz,
    'new-access': xzjr,
    'change-filing': bgba,
    'cancel-filing': zxba,
    'verification-material': xzhyd,
    'check-answer': hsjg,
    'unfiled-site-handling': wbacljg,
    'new-domain': ymXzba,
    'change-domain': ymXgba,
    'remove-domain': ymScba,
    ...ipKinds,
  },
  downloads: {
    'published-filings': basj,
    'cancelled-filings': zxsj,
    blacklist: hmdlb,
    'illegal-access': ffjrhmd,
    'unfiled-sites': wbawzlb,
    'filing-results': bajg,
    'check-tasks': hsrw,
    'inspection-results': hcjg,
    'rectification-notices': xgtz,
    'domain-results': ymBajg,
    'ip-results': ipBajg,
    'ip-inspection': ipHcjg,
    'code-tables': jcdm,
    'resync-filings': sjtbIcp,
    'resync-domains': sjtbYm,
    'resync-code-tables': sjtbJcdm,
  },
  capabilities: new Set(['website', 'filing-password']),
  codes: codeBook(messageCodes, [icpCodes, ipCodes, domainCodes, generalCodes]),
  tagWords,
  quirks: { messageLength256: false, operation35: true },
}
