export {
  BureauClient,
  type BureauClientOptions,
  type Connection,
  type StatusQueryType,
} from './client/bureau-client.ts'
export { BureauAnswerLost, BureauNotReached } from './client/errors.ts'
export type { DataCode, Reaction } from './codes/code.ts'
export { type CodeBook, dataMeaning, messageMeaning } from './codes/meaning.ts'
export type { MessageCode, MessageReaction } from './codes/message-codes.ts'
export { type DocumentField, documentFields } from './document/document-fields.ts'
export { type DownloadPart, type ReadDownload, readDownload } from './download/read-download.ts'
export { writeDownload } from './download/write-download.ts'
export type { StopReason } from './line/decide.ts'
export type { DownloadEntry, DownloadJournal } from './line/download-journal.ts'
export {
  type DownloadAlarm,
  type DownloadOptions,
  type DownloadWire,
  type Drained,
  drainDownloads,
} from './line/download-loop.ts'
export type { UploadChange, UploadEntry, UploadJournal, UploadState } from './line/upload-journal.ts'
export { type FileToUpload, UploadLine, type UploadOutcome, type UploadWire } from './line/upload-line.ts'
export type { Access, IpRange } from './model/access.ts'
export type { AttachedTo, Attachment } from './model/attachment.ts'
export type { CodeRow, CodeTables, ReportingUnit, TableName } from './model/code-tables.ts'
export type { Domain } from './model/domain.ts'
export type { DomainContact, DomainRemoval, DomainReport } from './model/domain-report.ts'
export type {
  ByNumber,
  Cancellation,
  ChangedFiling,
  CheckAnswer,
  FilingImage,
  NewAccess,
  NewFiling,
  NewService,
  UnfiledSiteHandling,
} from './model/filing.ts'
export { type Id, type Ids, isId } from './model/id.ts'
export type * from './model/ip-report.ts'
export type { Person, PersonCertificate } from './model/person.ts'
export type {
  Cancelled,
  CheckTask,
  Dated,
  PublishedFiling,
  PublishedService,
  PublishedSubject,
} from './model/published.ts'
export type {
  DomainResult,
  FilingOperation,
  FilingResult,
  FilingResults,
  ResultCode,
  ReviewOpinion,
} from './model/results.ts'
export type {
  App,
  AppPlatform,
  MiniProgram,
  PreApproval,
  QuickApp,
  Service,
  ServiceBase,
  Website,
} from './model/service.ts'
export type { Address, Certificate, Subject } from './model/subject.ts'
export type * from './model/supervision.ts'
export { notInGbk } from './payload/charset.ts'
export type { AesSettings } from './payload/cipher.ts'
export { filingPasswordDigest, freshRandomValue, passwordHash } from './payload/password.ts'
export { PayloadRejected } from './payload/rejected.ts'
export { type Sealed, seal, unseal } from './payload/seal.ts'
export type { Capability } from './profile/capabilities.ts'
export type { DownloadContents, DownloadKind, DownloadKinds, DownloadName } from './profile/download-kind.ts'
export type { Limits, Profile } from './profile/profile.ts'
export type { UploadKind, UploadKinds, UploadName, UploadRecords } from './profile/upload-kind.ts'
export type { Method, ServiceName, WsdlNames } from './profile/wsdl-names.ts'
export { profileById, profiles } from './profiles/index.ts'
export { miit30 } from './profiles/miit-3.0/index.ts'
export { type BureauServer, createBureauServer } from './server/bureau-server.ts'
export type {
  AcceptedUpload,
  BureauAccount,
  BureauControls,
  BureauServerOptions,
  BureauStore,
  WaitingFile,
} from './server/options.ts'
export type { Problem, ProblemCode } from './shape/problem.ts'
export type { Raw, SetAside } from './shape/reading.ts'
export type {
  Answer,
  DownloadAnswer,
  FilingStatus,
  FilingStatusAnswer,
  PasswordAnswer,
  PreviousUpload,
  PreviousUploadAnswer,
  SealedFile,
  UploadAnswer,
} from './soap/answer.ts'
export {
  type CodeTableBook,
  codeNamed,
  codeRow,
  emptyBook,
  loadTables,
  type TableChange,
  type TableVersion,
  tableAt,
  tableChanges,
} from './tables/code-table-book.ts'
export { type CheckedUpload, checkReceived } from './upload/check-received.ts'
export { type PackedFile, packFiles } from './upload/pack-files.ts'
export { type ReceivedUpload, readUpload } from './upload/read-upload.ts'
export { UploadRefused } from './upload/refused.ts'
export { uploadProblems, writeRecord } from './upload/write-record.ts'
export { XmlRejected } from './xml/rejected.ts'
