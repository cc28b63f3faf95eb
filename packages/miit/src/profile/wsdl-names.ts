/** The six methods, as words of ours; their names on the wire are the profile's. */
export type Method = 'upload' | 'download' | 'acknowledge' | 'previousUpload' | 'filingStatus' | 'verifyFilingPassword'

export type ServiceName = 'transfer' | 'status' | 'verify'

export interface MethodNames {
  readonly service: ServiceName
  readonly name: string
  /** Names and types of the parameters, in the order that the document gives; a client goes by the order alone. */
  readonly parameters: readonly (readonly [name: string, type: 'string' | 'long' | 'int'])[]
}

/** What the document leaves to the WSDL of each bureau is here as our server publishes it. */
export interface WsdlNames {
  readonly namespace: string
  /** Part of the answer with the text in it. */
  readonly resultPart: string
  readonly paths: Readonly<Record<ServiceName, string>>
  readonly methods: Readonly<Record<Method, MethodNames>>
}
