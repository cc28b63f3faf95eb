import type { MethodNames, WsdlNames } from '../../profile/wsdl-names.ts'

const head = [
  ['ispId', 'long'],
  ['userName', 'string'],
  ['randVal', 'string'],
  ['pwdHash', 'string'],
] as const
const hash = ['hashAlgorithm', 'int'] as const

const transfer = (name: string, ...rest: MethodNames['parameters']): MethodNames => ({
  service: 'transfer',
  name,
  parameters: [...head, ...rest],
})

/** Section 2. The namespace is ours: the document names none. */
export const wsdlNames: WsdlNames = {
  namespace: 'urn:yuming:miit:isp-web-service',
  resultPart: 'return',
  paths: {
    transfer: '/ISPWebService/upDownLoad',
    status: '/BeianStatusWebService/queryBeianStatus',
    verify: '/BeianStatusWebService/verifyBamm',
  },
  methods: {
    upload: transfer(
      'isp_upload',
      ['beianInfo', 'string'],
      ['beianInfoHash', 'string'],
      ['dataSequence', 'long'],
      ['encryptAlgorithm', 'int'],
      hash,
      ['compressionFormat', 'int'],
    ),
    download: transfer('isp_download', hash),
    acknowledge: transfer('isp_downloadack', hash, ['fileName', 'string']),
    previousUpload: transfer('isp_querypreviousupload', hash),
    filingStatus: {
      service: 'status',
      name: 'isp_querybeianstatus',
      parameters: [...head, hash, ['queryConditionType', 'int'], ['queryCondition', 'string']],
    },
    verifyFilingPassword: {
      service: 'verify',
      name: 'isp_verifybamm',
      parameters: [...head, hash, ['baxh', 'string'], ['bamm', 'string']],
    },
  },
}
