export { EppAnswerLost, EppNotSent, EppRefused } from './client/errors.ts'
export { drainPollQueue, type PolledMessage } from './client/poll-loop.ts'
export { EppPool } from './client/pool.ts'
export type { PoolOptions, PoolStats } from './client/pool-options.ts'
export type { ExtensionsFor } from './client/session.ts'
export type { Codec, EppCommand, Verb } from './command.ts'
export { contactCheck } from './contact/check.ts'
export { type ContactCreate, type ContactCreated, contactCreate } from './contact/create.ts'
export { contactDelete } from './contact/delete.ts'
export { type ContactInfo, type ContactInfoData, contactInfo } from './contact/info.ts'
export type { ContactFields, Disclose, Phone, PostalInfo } from './contact/parts.ts'
export { contactTransfer } from './contact/transfer.ts'
export { type ContactUpdate, contactUpdate } from './contact/update.ts'
export { domainCheck } from './domain/check.ts'
export { type DomainCreate, type DomainCreated, domainCreate } from './domain/create.ts'
export { domainDelete } from './domain/delete.ts'
export { type DomainInfo, type DomainInfoData, domainInfo } from './domain/info.ts'
export type { AuthInfoChange, DomainContact, DomainStatus, NameServer, NameServers, Period } from './domain/parts.ts'
export { type DomainRenew, type DomainRenewed, domainRenew } from './domain/renew.ts'
export { domainTransfer } from './domain/transfer.ts'
export { type DomainUpdate, domainUpdate } from './domain/update.ts'
export * from './extensions/index.ts'
export {
  type ClientDocument,
  type CommandFrame,
  readClientDocument,
  readCommand,
  writeCommand,
  writeHello,
} from './frame/command-frame.ts'
export { redactFrame } from './frame/redact.ts'
export {
  type EppResponse,
  type MessageQueue,
  type ResponseInput,
  type ResultReason,
  readResponse,
  writeResponse,
} from './frame/response.ts'
export { resultMessage } from './frame/result-codes.ts'
export { hostCheck } from './host/check.ts'
export { type HostCreate, type HostCreated, hostCreate } from './host/create.ts'
export { hostDelete } from './host/delete.ts'
export { type HostInfo, type HostInfoData, hostInfo } from './host/info.ts'
export type { HostAddress } from './host/parts.ts'
export { type HostUpdate, hostUpdate } from './host/update.ts'
export { namespaces } from './namespaces.ts'
export { type NvCheck, type NvChecked, nvCheck } from './nv/check.ts'
export { type NvCreate, type NvCreated, nvCreate, nvRefusal } from './nv/create.ts'
export { type NvInfo, type NvInfoData, nvInfo } from './nv/info.ts'
export type { DomainNameVerification, NvCode, NvDocument, NvInput, RealNameVerification } from './nv/parts.ts'
export { type NvPending, nvPending } from './nv/pending.ts'
export { type NvUpdate, nvUpdate } from './nv/update.ts'
export { contactPending, domainPending, hostPending, type PendingAction } from './poll/pending-action.ts'
export { type Poll, poll } from './poll/poll.ts'
export { createEppServer, type EppServer } from './server/epp-server.ts'
export type { Delivery, EppServerOptions, LoginVerdict, Peer, ServerLimits, SessionView } from './server/options.ts'
export { type Greeting, greetingElement, greetingOf } from './session/greeting.ts'
export { type Login, login } from './session/login.ts'
export { logout } from './session/logout.ts'
export type { Check, Checked, Transfer, TransferData } from './shared-commands.ts'
export { type Connector, type TlsOptions, tlsConnector } from './transport/connector.ts'
export { encodeFrame, FrameDecoder, FrameRejected } from './transport/frame-decoder.ts'
export { child, childrenOf, elementsOf, type XmlElement } from './xml/element.ts'
export { parseXml } from './xml/parse.ts'
export { XmlRejected } from './xml/rejected.ts'
export { writeXml } from './xml/write.ts'
