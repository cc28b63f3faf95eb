-- Written by write-schema.ts from the migrated database; never edited by hand.

-- sequences
create sequence public.bureau_download_id_seq as bigint start 1 increment 1;
create sequence public.bureau_upload_id_seq as bigint start 1 increment 1;
create sequence public.domain_report_own_id_seq as bigint start 1 increment 1;
create sequence public.filing_event_id_seq as bigint start 1 increment 1;
create sequence public.filing_number as bigint start 1 increment 1;
create sequence public.filing_own_id as bigint start 100000001 increment 1;
create sequence public.filing_recheck_id_seq as bigint start 1 increment 1;
create sequence public.ledger_entry_id_seq as bigint start 1 increment 1;
create sequence public.ledger_posting_id_seq as bigint start 1 increment 1;
create sequence public.order_number as bigint start 1 increment 1;
create sequence public.own_reason_number as bigint start 1 increment 1;
create sequence public.payment_notice_id_seq as bigint start 1 increment 1;
create sequence public.promotion_terms_id_seq as bigint start 1 increment 1;
create sequence public.review_event_id_seq as bigint start 1 increment 1;
create sequence public.review_number as bigint start 1 increment 1;
create sequence public.task_number as bigint start 1 increment 1;
create sequence public.ticket_message_id_seq as bigint start 1 increment 1;
create sequence public.ticket_number as bigint start 1 increment 1;

-- tables
create table auth.account (
  id text not null,
  "userId" text not null,
  "accountId" text not null,
  "providerId" text not null,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamp with time zone,
  "refreshTokenExpiresAt" timestamp with time zone,
  scope text,
  password text,
  "createdAt" timestamp with time zone not null,
  "updatedAt" timestamp with time zone not null
);
create table auth.session (
  id text not null,
  "userId" text not null,
  token text not null,
  "expiresAt" timestamp with time zone not null,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamp with time zone not null,
  "updatedAt" timestamp with time zone not null
);
create table auth.user (
  id text not null,
  name text not null,
  email text not null,
  "emailVerified" boolean not null default (false),
  image text,
  "phoneNumber" text,
  "phoneNumberVerified" boolean,
  "createdAt" timestamp with time zone not null,
  "updatedAt" timestamp with time zone not null
);
create table auth.verification (
  id text not null,
  identifier text not null,
  value text not null,
  "expiresAt" timestamp with time zone not null,
  "createdAt" timestamp with time zone not null,
  "updatedAt" timestamp with time zone not null
);
create table public.account (
  id uuid not null,
  name text not null,
  locale text not null,
  created_at timestamp with time zone not null,
  email text
);
create table public.account_user (
  auth_user text not null,
  account uuid not null,
  role text not null,
  created_at timestamp with time zone not null
);
create table public.api_token (
  id uuid not null,
  account uuid not null,
  auth_user text not null,
  name text not null,
  digest bytea not null,
  tail text not null,
  created_at timestamp with time zone not null
);
create table public.attempt (
  key text not null,
  count integer not null,
  until timestamp with time zone not null
);
create table public.audit_entry (
  seq bigint not null,
  at timestamp with time zone not null,
  actor jsonb not null,
  action text not null,
  subject text not null,
  detail jsonb not null,
  previous text not null,
  hash text not null
);
create table public.audit_head (
  single boolean not null default (true),
  seq bigint not null,
  hash text not null
);
create table public.bureau_blacklist (
  bureau text not null,
  what text not null,
  value text not null,
  remark text,
  listed_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table public.bureau_broken_file (
  bureau text not null,
  file_name text not null,
  times integer not null,
  because text not null,
  at timestamp with time zone not null
);
create table public.bureau_code_tables (
  bureau text not null,
  book jsonb not null,
  loaded_at timestamp with time zone not null
);
create table public.bureau_download (
  id bigint not null generated always as identity,
  bureau text not null,
  file_name text not null,
  hash text not null,
  profile text not null,
  item uuid,
  unreadable text,
  received_at timestamp with time zone not null,
  acknowledged_at timestamp with time zone,
  processed_at timestamp with time zone,
  failure text,
  failed_at timestamp with time zone,
  failed_times integer not null default (0),
  aside_at timestamp with time zone
);
create table public.bureau_line_told (
  what text not null,
  told_at timestamp with time zone not null
);
create table public.bureau_matter (
  id uuid not null,
  bureau text not null,
  kind text not null,
  bureau_id text not null,
  download bigint not null,
  account uuid,
  subject uuid,
  title text not null,
  address text,
  listed_on date not null,
  due_on date not null,
  state text not null,
  made_at timestamp with time zone not null,
  answer jsonb,
  answered_by text,
  answered_at timestamp with time zone,
  failure text,
  again jsonb not null default ('[]'::jsonb)
);
create table public.bureau_upload (
  bureau text not null,
  key text not null,
  sequence integer not null,
  file_name text not null,
  profile text not null,
  hash text not null,
  item uuid not null,
  state text not null,
  last_code integer,
  last_message text,
  stopped_because text,
  rebuilt integer not null default (0),
  prepared_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  id bigint not null generated always as identity
);
create table public.catalog_change (
  id uuid not null,
  suffix text not null,
  patch jsonb not null,
  from_day date not null,
  until_day date,
  note text not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  place bigint,
  published_by text,
  published_at timestamp with time zone,
  withdrawn_by text,
  withdrawn_at timestamp with time zone,
  withdrawn_on date
);
create table public.catalog_revision (
  single boolean not null default (true),
  revision bigint not null
);
create table public.certificate_reminder (
  template uuid not null,
  ends date not null,
  stage integer not null,
  at timestamp with time zone not null
);
create table public.clock_offset (
  single boolean not null default (true),
  offset_ms bigint not null default (0)
);
create table public.confirmation (
  auth_user text not null,
  purpose text not null,
  phone text not null,
  code_digest bytea not null,
  attempts integer not null default (0),
  expires_at timestamp with time zone not null
);
create table public.consent (
  id uuid not null,
  account uuid not null,
  given_by text not null,
  purpose text not null,
  text_version text not null,
  given_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone
);
create table public.deadline (
  id uuid not null,
  kind text not null,
  subject text not null,
  opens_at timestamp with time zone not null,
  closes_at timestamp with time zone not null,
  state text not null default ('open'::text),
  payload jsonb not null default ('{}'::jsonb),
  in_time boolean,
  ended_at timestamp with time zone,
  failures integer not null default (0),
  retry_at timestamp with time zone
);
create table public.deletion (
  item uuid not null,
  purpose text not null,
  kind text,
  account uuid,
  sealed_at timestamp with time zone not null,
  kept_until date not null,
  because text not null,
  deleted_at timestamp with time zone not null,
  audit_seq bigint not null
);
create table public.domain (
  id uuid not null,
  account uuid not null,
  name text not null,
  ascii text not null,
  suffix text not null,
  registry text not null,
  roid text,
  template uuid not null,
  holder_type text not null,
  registered_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  statuses text[] not null default ('{}'::text[]),
  nameservers text[] not null default ('{}'::text[]),
  auto_renew boolean not null default (false),
  auth_info bytea not null,
  raw jsonb not null default ('{}'::jsonb),
  released_at timestamp with time zone,
  asked_at timestamp with time zone,
  mirrored_at timestamp with time zone,
  variant_key text not null,
  email_held_at timestamp with time zone,
  holder_changed_at timestamp with time zone,
  compliance text,
  compliance_due timestamp with time zone,
  codes_sent_at timestamp with time zone,
  verification_held_at timestamp with time zone,
  front text,
  registry_expires_at timestamp with time zone,
  unpaid_held_at timestamp with time zone,
  deleted_at timestamp with time zone
);
create table public.domain_claim (
  variant_key text not null,
  task uuid not null,
  claimed_at timestamp with time zone not null
);
create table public.domain_report (
  ascii text not null,
  own_id bigint not null generated always as identity,
  ministry_id text,
  known_since timestamp with time zone,
  state text not null default ('due'::text),
  revision integer not null default (1),
  settled_at timestamp with time zone,
  codes jsonb not null default ('[]'::jsonb),
  again_at timestamp with time zone
);
create table public.domain_report_entry (
  file uuid not null,
  ascii text not null,
  operation text not null,
  own_id bigint not null,
  ministry_id text,
  revision integer not null,
  outcome text,
  codes jsonb not null default ('[]'::jsonb),
  answered_at timestamp with time zone
);
create table public.domain_report_file (
  id uuid not null,
  operation text not null,
  item uuid not null,
  made_at timestamp with time zone not null,
  sequence integer,
  accepted_at timestamp with time zone
);
create table public.email_verification (
  account uuid not null,
  email text not null,
  verified_at timestamp with time zone,
  token_digest bytea,
  code_digest bytea,
  attempts integer not null default (0),
  sent_at timestamp with time zone,
  expires_at timestamp with time zone
);
create table public.enhanced_check (
  id uuid not null,
  account uuid not null,
  template uuid not null,
  ascii text not null,
  name text not null,
  words text not null,
  noticed_on date not null,
  due_on date not null,
  state text not null,
  opened_by text not null,
  opened_at timestamp with time zone not null,
  answer text,
  ended_at timestamp with time zone
);
create table public.expiry_reminder (
  domain uuid not null,
  expires_at timestamp with time zone not null,
  stage integer not null,
  at timestamp with time zone not null
);
create table public.filing_access (
  id uuid not null,
  service uuid not null,
  own_id text not null,
  bureau_id text,
  product text not null,
  server text,
  ips text[] not null,
  place text not null,
  ended_at timestamp with time zone
);
create table public.filing_check (
  id uuid not null,
  filing_order uuid not null,
  way text not null,
  address bytea,
  ordered_at timestamp with time zone,
  carrier text,
  tracking text,
  dispatched_at timestamp with time zone,
  arrived_at timestamp with time zone,
  lost_count integer not null default (0)
);
create table public.filing_domain (
  service uuid not null,
  ascii text not null,
  own_id text not null,
  bureau_id text,
  ended_at timestamp with time zone,
  probed_at timestamp with time zone,
  failed_looks integer not null default (0)
);
create table public.filing_duty (
  id uuid not null,
  account uuid not null,
  subject uuid not null,
  service uuid,
  kind text not null,
  detail jsonb not null default ('{}'::jsonb),
  made_at timestamp with time zone not null,
  due_on date,
  done_at timestamp with time zone,
  ascii text,
  found_by text not null default ('bureau'::text),
  finding jsonb,
  told_at timestamp with time zone,
  ended_because text
);
create table public.filing_event (
  id bigint not null generated always as identity,
  filing_order uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  by text not null,
  detail jsonb not null default ('{}'::jsonb)
);
create table public.filing_expiry_watch (
  single boolean not null default (true),
  seen_until timestamp with time zone not null
);
create table public.filing_hand_entry (
  filing_order uuid not null,
  attempt integer not null,
  kinds text[] not null,
  interface text not null,
  made_at timestamp with time zone not null,
  handed_in_on date,
  receipt text,
  note text,
  handed_in_at timestamp with time zone,
  handed_in_by text,
  outcome text,
  answered_at timestamp with time zone,
  answered_by text
);
create table public.filing_order (
  id uuid not null,
  number text not null,
  account uuid not null,
  wish text not null,
  type text not null,
  province text,
  template uuid,
  subject uuid,
  service uuid,
  number_digest bytea,
  name_digest bytea,
  title text not null,
  state text not null,
  attempt integer not null default (0),
  draft bytea not null,
  revision integer not null default (0),
  own_id text not null,
  consented_at timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  bureau_at timestamp with time zone,
  ended_at timestamp with time zone,
  due_at timestamp with time zone,
  claimed_by text,
  claimed_until timestamp with time zone,
  first_reviewer text,
  filing_number text,
  by_hand boolean not null default (false)
);
create table public.filing_order_domain (
  filing_order uuid not null,
  account uuid not null,
  ascii text not null,
  name text not null,
  running boolean not null,
  submitted boolean not null
);
create table public.filing_paper (
  id uuid not null,
  account uuid not null,
  filing_order uuid not null,
  kind text not null,
  service text,
  item uuid not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  findings jsonb not null default ('[]'::jsonb),
  via text not null,
  uploaded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  digest bytea
);
create table public.filing_paper_view (
  digest bytea not null,
  paper uuid not null,
  reviewer text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone
);
create table public.filing_publication (
  bureau text not null,
  number text not null,
  filing jsonb not null,
  told_at timestamp with time zone not null
);
create table public.filing_recheck (
  id bigint not null generated always as identity,
  ascii text,
  service uuid,
  subject uuid,
  fields text[]
);
create table public.filing_scan (
  day date not null,
  started_at timestamp with time zone not null,
  part text not null default ('services'::text),
  after uuid,
  looked bigint not null default (0),
  found bigint not null default (0),
  ended bigint not null default (0),
  finished_at timestamp with time zone
);
create table public.filing_service (
  id uuid not null,
  subject uuid not null,
  kind text not null,
  name text not null,
  number text,
  home_url text,
  own_id text not null,
  bureau_id text,
  state text not null,
  here boolean not null default (true),
  filed bytea not null,
  filed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  other_accesses integer
);
create table public.filing_step_time (
  province text not null,
  type text not null,
  step text not null,
  from_days integer not null,
  until_days integer not null,
  finished integer not null,
  learnt_on date not null
);
create table public.filing_subject (
  id uuid not null,
  account uuid not null,
  number_digest bytea not null,
  name_digest bytea not null,
  template uuid,
  nature text not null,
  name text not null,
  province text not null,
  number text,
  own_id text not null,
  bureau_id text,
  state text not null,
  filed bytea not null,
  filed_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  phones_confirmed_on date
);
create table public.filing_submission (
  filing_order uuid not null,
  attempt integer not null,
  bureau text not null,
  kind text not null,
  item uuid not null,
  keys text[] not null,
  sequence integer,
  made_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  answered_at timestamp with time zone,
  outcome text,
  approved_at timestamp with time zone
);
create table public.filing_upload_link (
  digest bytea not null,
  account uuid not null,
  filing_order uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null
);
create table public.filing_zone_record (
  filing_order uuid not null,
  name text not null,
  zone text not null,
  state text not null,
  changed_at timestamp with time zone not null
);
create table public.heard_text (
  key text not null,
  text text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  made_by text not null
);
create table public.hoster (
  account uuid not null,
  name text not null,
  networks cidr[] not null,
  admitted_at timestamp with time zone not null
);
create table public.hosting_console_code (
  digest bytea not null,
  product uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);
create table public.hosting_product (
  id uuid not null,
  account uuid not null,
  stated_by uuid,
  external_id text not null,
  kind text not null,
  name text not null,
  region text not null,
  billing text,
  months integer,
  fen bigint,
  public_ip boolean,
  ips inet[] not null default ('{}'::inet[]),
  place text,
  ends_on date,
  stated_at timestamp with time zone not null
);
create table public.human_challenge (
  mac bytea not null,
  expires_at timestamp with time zone not null
);
create table public.identity (
  id uuid not null,
  account uuid not null,
  holder_type text not null,
  kind text not null,
  name_digest bytea,
  number_digest bytea,
  number_item uuid not null,
  created_at timestamp with time zone not null
);
create table public.identity_digest_key (
  one boolean not null default (true),
  item uuid not null
);
create table public.identity_paper (
  id uuid not null,
  account uuid not null,
  template uuid not null,
  kind text not null,
  item uuid not null,
  width integer not null,
  height integer not null,
  bytes integer not null,
  via text not null,
  uploaded_at timestamp with time zone not null,
  removed_at timestamp with time zone,
  findings jsonb not null default ('[]'::jsonb),
  for_name text
);
create table public.intent (
  id uuid not null,
  task uuid not null,
  step text not null,
  party text not null,
  trid text not null,
  digest text not null,
  request jsonb not null,
  state text not null,
  answer jsonb,
  sent_at timestamp with time zone not null default (now()),
  ended_at timestamp with time zone
);
create table public.ledger_account (
  id text not null,
  balance_fen bigint not null default (0),
  may_be_negative boolean not null
);
create table public.ledger_entry (
  id bigint not null generated always as identity,
  posting bigint not null,
  account text not null,
  fen bigint not null,
  balance_after_fen bigint
);
create table public.ledger_posting (
  id bigint not null generated always as identity,
  key text not null,
  kind text not null,
  subject text not null,
  at timestamp with time zone not null
);
create table public.list_item (
  account uuid not null,
  ascii text not null,
  name text not null,
  suffix text not null,
  years integer not null,
  added_at timestamp with time zone not null,
  variant_key text not null
);
create table public.message (
  id uuid not null,
  account uuid not null,
  kind text not null,
  subject text,
  parameters jsonb not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone
);
create table public.migration (
  name text not null,
  digest text not null,
  applied_at timestamp with time zone not null default (now())
);
create table public.notice (
  id uuid not null,
  account uuid,
  channel text not null,
  recipient text not null,
  kind text not null,
  locale text not null,
  parameters jsonb not null,
  state text not null,
  attempts integer not null default (0),
  next_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  proof jsonb,
  message uuid
);
create table public.operator (
  auth_user text not null,
  roles text[] not null,
  created_at timestamp with time zone not null
);
create table public.order_line (
  id uuid not null,
  order_id uuid not null,
  "position" integer not null,
  name text not null,
  ascii text not null,
  suffix text not null,
  years integer not null,
  unit_text text not null,
  discount_fen bigint not null,
  subtotal_fen bigint not null,
  promotion text,
  expected_expiry timestamp with time zone,
  state text not null,
  task text,
  expires_at timestamp with time zone,
  failure jsonb,
  registry_answer jsonb,
  premium jsonb,
  refund_to text
);
create table public.orders (
  id uuid not null,
  number text not null,
  account uuid not null,
  kind text not null,
  state text not null,
  holder_type text,
  template uuid,
  method text,
  total_fen bigint not null,
  refunded_fen bigint not null default (0),
  terms_accepted_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  pay_by timestamp with time zone not null,
  paid_at timestamp with time zone,
  ended_at timestamp with time zone,
  front text
);
create table public.own_reason (
  id text not null,
  heard_zh text not null,
  heard_en text not null,
  cause_zh text not null,
  cause_en text not null,
  remedy_zh text not null,
  remedy_en text not null,
  field text not null,
  path text,
  retired boolean not null default (false),
  made_at timestamp with time zone not null,
  made_by text not null
);
create table public.paper_view (
  digest bytea not null,
  paper uuid not null,
  reviewer text not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  opened_at timestamp with time zone
);
create table public.payment (
  id uuid not null,
  out_trade_no text not null,
  account uuid not null,
  order_id uuid,
  channel text not null,
  fen bigint not null,
  state text not null,
  channel_trade_no text,
  created_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  paid_at timestamp with time zone,
  method text not null,
  received_fen bigint
);
create table public.payment_notice (
  id bigint not null generated always as identity,
  out_trade_no text,
  digest text not null,
  outcome text not null,
  at timestamp with time zone not null
);
create table public.personal_name_check (
  id uuid not null,
  account uuid not null,
  name_digest bytea not null,
  number_digest bytea not null,
  state text not null,
  code text,
  asked_at timestamp with time zone not null,
  passed_until timestamp with time zone
);
create table public.premium_said (
  ascii text not null,
  retail_fen bigint,
  heard_at timestamp with time zone not null
);
create table public.promotion (
  id text not null,
  product text not null,
  by_code boolean not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  ended_by text,
  ended_at timestamp with time zone
);
create table public.promotion_batch (
  id uuid not null,
  promotion text not null,
  issuer uuid,
  from_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  uses integer not null,
  issued_by text not null,
  issued_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  account uuid
);
create table public.promotion_code (
  digest bytea not null,
  batch uuid not null
);
create table public.promotion_issuer (
  id uuid not null,
  promotion text not null,
  name text not null,
  digest bytea not null,
  made_by text not null,
  made_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
create table public.promotion_terms (
  id bigint not null generated always as identity,
  promotion text not null,
  title_zh text not null,
  title_en text not null,
  suffixes text[] not null,
  kind text not null,
  value bigint not null,
  from_day text not null,
  until_day text,
  first_order_only boolean not null,
  most_uses integer,
  most_uses_each integer,
  note text not null,
  made_by text not null,
  made_at timestamp with time zone not null
);
create table public.promotion_use (
  line uuid not null,
  promotion text not null,
  account uuid not null,
  slot text,
  state text not null,
  changed_at timestamp with time zone not null,
  code bytea
);
create table public.provider_verification (
  code text not null,
  task uuid,
  state text not null,
  message text,
  encoded text,
  asked_at timestamp with time zone not null,
  ended_at timestamp with time zone
);
create table public.refund_matter (
  line uuid not null,
  code text not null,
  out_trade_no text not null,
  source text not null,
  opened_at timestamp with time zone not null,
  decision text,
  reference text,
  decided_at timestamp with time zone,
  decided_by text
);
create table public.registrant_template (
  id uuid not null,
  account uuid not null,
  holder_type text not null,
  name_zh text not null,
  name_en text not null,
  contact_zh text not null,
  contact_en text not null,
  region text not null,
  province_zh text not null,
  province_en text not null,
  city_zh text not null,
  city_en text not null,
  street_zh text not null,
  street_en text not null,
  postcode text not null,
  phone text not null,
  email text not null,
  certificate_kind text not null,
  certificate_tail text not null,
  identity text not null,
  is_default boolean not null default (false),
  created_at timestamp with time zone not null,
  certificate_issued_on date,
  certificate_ends_on date,
  identity_record uuid,
  revision integer not null default (1),
  verified_at timestamp with time zone,
  refused_at timestamp with time zone,
  deleted_at timestamp with time zone,
  keep_until date,
  erased_at timestamp with time zone,
  let_go_at timestamp with time zone,
  legal_representative text not null default (''::text)
);
create table public.registry_contact (
  template uuid not null,
  registry text not null,
  handle text not null,
  created_at timestamp with time zone not null,
  revision integer not null default (0),
  told_at timestamp with time zone,
  due boolean not null default (true),
  refused text,
  removed_at timestamp with time zone,
  kept_because text
);
create table public.registry_message (
  id uuid not null,
  registry text not null,
  message_id text not null,
  queued_at timestamp with time zone,
  received_at timestamp with time zone not null,
  text text not null,
  about text,
  frame bytea not null,
  axis text,
  contact text,
  outcome text,
  settled_at timestamp with time zone,
  settled_by text,
  waits boolean not null default (false),
  deleted boolean not null default (false)
);
create table public.registry_password (
  registry text not null,
  instead_of bytea not null,
  password bytea,
  wanted bytea,
  refused_code integer,
  asked_at timestamp with time zone not null,
  settled_at timestamp with time zone
);
create table public.registry_queue (
  registry text not null,
  last_message text
);
create table public.registry_review (
  domain uuid not null,
  axis text not null,
  state text not null,
  heard text not null,
  decided_at timestamp with time zone not null
);
create table public.remittance (
  id uuid not null,
  account uuid not null,
  reference text not null,
  fen bigint not null,
  state text not null,
  announced_at timestamp with time zone not null,
  received_fen bigint,
  bank_reference text,
  received_on date,
  received_by text,
  received_at timestamp with time zone
);
create table public.request_key (
  account uuid not null,
  key text not null,
  digest bytea not null,
  result jsonb not null,
  at timestamp with time zone not null
);
create table public.review_case (
  id uuid not null,
  number text not null,
  account uuid not null,
  template uuid not null,
  axis text not null,
  attempt integer not null,
  state text not null,
  papers uuid[] not null,
  submitted_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  first_reviewer text,
  last_reviewer text,
  decided_at timestamp with time zone,
  reasons text[] not null default ('{}'::text[]),
  remark text,
  heard text,
  for_name text,
  declared jsonb,
  claimed_by text,
  claimed_until timestamp with time zone,
  escalated_by text,
  escalated_at timestamp with time zone
);
create table public.review_event (
  id bigint not null generated always as identity,
  review_case uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  by text not null,
  detail jsonb not null default ('{}'::jsonb)
);
create table public.sealed_item (
  id uuid not null,
  purpose text not null,
  keep_until date,
  master_key text not null,
  wrapped_key bytea not null,
  nonce bytea not null,
  box bytea not null,
  sealed_at timestamp with time zone not null,
  erased_at timestamp with time zone,
  account uuid,
  kind text,
  ends_because text not null default ('kept-long-enough'::text)
);
create table public.service_number (
  number text not null,
  product uuid not null,
  account uuid not null,
  applied_at timestamp with time zone not null,
  given_at timestamp with time zone,
  reserved_by uuid,
  used_by uuid,
  used_at timestamp with time zone
);
create table public.task (
  id uuid not null,
  number text not null,
  kind text not null,
  subject text not null,
  account uuid,
  actor jsonb not null,
  input jsonb not null,
  state text not null default ('waiting'::text),
  phase text not null default ('forward'::text),
  failure jsonb,
  attempts integer not null default (0),
  run_at timestamp with time zone not null default (now()),
  lease_owner integer,
  lease_until timestamp with time zone,
  fence bigint not null default (0),
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
create table public.task_step (
  task uuid not null,
  name text not null,
  ordinal integer not null,
  phase text not null,
  result jsonb,
  finished_at timestamp with time zone not null
);
create table public.ticket (
  id uuid not null,
  number text not null,
  account uuid not null,
  ascii text not null,
  name text not null,
  state text not null,
  attached jsonb not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  closed_at timestamp with time zone
);
create table public.ticket_message (
  id bigint not null generated always as identity,
  ticket uuid not null,
  at timestamp with time zone not null,
  by text not null,
  author text not null,
  text text not null
);
create table public.upload_link (
  digest bytea not null,
  account uuid not null,
  template uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  for_name text,
  kinds text[]
);
create table public.verification_code (
  code text not null,
  kind text not null,
  account uuid not null,
  template uuid,
  label text,
  encoded text not null,
  issued_at timestamp with time zone not null
);

-- constraints
alter table auth.account add constraint account_pkey PRIMARY KEY (id);
alter table auth.account add constraint "account_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.session add constraint session_pkey PRIMARY KEY (id);
alter table auth.session add constraint session_token_key UNIQUE (token);
alter table auth.session add constraint "session_userId_fkey" FOREIGN KEY ("userId") REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table auth.user add constraint user_email_key UNIQUE (email);
alter table auth.user add constraint "user_phoneNumber_key" UNIQUE ("phoneNumber");
alter table auth.user add constraint user_pkey PRIMARY KEY (id);
alter table auth.verification add constraint verification_pkey PRIMARY KEY (id);
alter table public.account add constraint account_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text])));
alter table public.account add constraint account_pkey PRIMARY KEY (id);
alter table public.account_user add constraint account_user_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.account_user add constraint account_user_pkey PRIMARY KEY (auth_user);
alter table public.account_user add constraint account_user_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'sub-user'::text])));
alter table public.api_token add constraint api_token_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.api_token add constraint api_token_auth_user_fkey FOREIGN KEY (auth_user) REFERENCES account_user(auth_user) ON DELETE CASCADE;
alter table public.api_token add constraint api_token_digest_key UNIQUE (digest);
alter table public.api_token add constraint api_token_pkey PRIMARY KEY (id);
alter table public.attempt add constraint attempt_pkey PRIMARY KEY (key);
alter table public.audit_entry add constraint audit_entry_pkey PRIMARY KEY (seq);
alter table public.audit_head add constraint audit_head_pkey PRIMARY KEY (single);
alter table public.audit_head add constraint audit_head_single_check CHECK (single);
alter table public.bureau_blacklist add constraint bureau_blacklist_pkey PRIMARY KEY (bureau, what, value);
alter table public.bureau_blacklist add constraint bureau_blacklist_what_check CHECK ((what = ANY (ARRAY['subject'::text, 'domain'::text])));
alter table public.bureau_broken_file add constraint bureau_broken_file_pkey PRIMARY KEY (bureau, file_name);
alter table public.bureau_code_tables add constraint bureau_code_tables_pkey PRIMARY KEY (bureau);
alter table public.bureau_download add constraint bureau_download_bureau_file_name_hash_key UNIQUE (bureau, file_name, hash);
alter table public.bureau_download add constraint bureau_download_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.bureau_download add constraint bureau_download_pkey PRIMARY KEY (id);
alter table public.bureau_line_told add constraint bureau_line_told_pkey PRIMARY KEY (what);
alter table public.bureau_matter add constraint bureau_matter_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.bureau_matter add constraint bureau_matter_kind_check CHECK ((kind = ANY (ARRAY['unfiled-site'::text, 'illegal-access'::text, 'check-task'::text])));
alter table public.bureau_matter add constraint bureau_matter_pkey PRIMARY KEY (id);
alter table public.bureau_matter add constraint bureau_matter_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answering'::text, 'answered'::text])));
alter table public.bureau_matter add constraint bureau_matter_subject_fkey FOREIGN KEY (subject) REFERENCES filing_subject(id);
alter table public.bureau_upload add constraint bureau_upload_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.bureau_upload add constraint bureau_upload_pkey PRIMARY KEY (bureau, key);
alter table public.bureau_upload add constraint bureau_upload_sequence_check CHECK ((sequence > 0));
alter table public.bureau_upload add constraint bureau_upload_state_check CHECK ((state = ANY (ARRAY['prepared'::text, 'sending'::text, 'unknown'::text, 'accepted'::text, 'withdrawn'::text, 'stopped'::text])));
alter table public.catalog_change add constraint catalog_change_check CHECK (((place IS NULL) = (published_at IS NULL)));
alter table public.catalog_change add constraint catalog_change_check1 CHECK (((withdrawn_on IS NULL) = (withdrawn_at IS NULL)));
alter table public.catalog_change add constraint catalog_change_check2 CHECK (((published_at IS NULL) OR (until_day IS NULL) OR (until_day >= from_day)));
alter table public.catalog_change add constraint catalog_change_pkey PRIMARY KEY (id);
alter table public.catalog_change add constraint catalog_change_place_key UNIQUE (place);
alter table public.catalog_revision add constraint catalog_revision_pkey PRIMARY KEY (single);
alter table public.catalog_revision add constraint catalog_revision_single_check CHECK (single);
alter table public.certificate_reminder add constraint certificate_reminder_pkey PRIMARY KEY (template, ends, stage);
alter table public.certificate_reminder add constraint certificate_reminder_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.clock_offset add constraint clock_offset_pkey PRIMARY KEY (single);
alter table public.clock_offset add constraint clock_offset_single_check CHECK (single);
alter table public.confirmation add constraint confirmation_auth_user_fkey FOREIGN KEY (auth_user) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table public.confirmation add constraint confirmation_pkey PRIMARY KEY (auth_user, purpose);
alter table public.confirmation add constraint confirmation_purpose_check CHECK ((purpose = ANY (ARRAY['holder-change'::text, 'bind-phone'::text, 'change-phone'::text])));
alter table public.consent add constraint consent_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.consent add constraint consent_pkey PRIMARY KEY (id);
alter table public.consent add constraint consent_purpose_check CHECK ((purpose = 'identity-papers'::text));
alter table public.deadline add constraint deadline_check CHECK ((closes_at >= opens_at));
alter table public.deadline add constraint deadline_kind_subject_opens_at_key UNIQUE (kind, subject, opens_at);
alter table public.deadline add constraint deadline_pkey PRIMARY KEY (id);
alter table public.deadline add constraint deadline_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'lifted'::text])));
alter table public.deletion add constraint deletion_audit_seq_fkey FOREIGN KEY (audit_seq) REFERENCES audit_entry(seq);
alter table public.deletion add constraint deletion_pkey PRIMARY KEY (item);
alter table public.domain add constraint domain_compliance_check CHECK ((compliance = ANY (ARRAY['notApplicable'::text, 'nonCompliant'::text, 'pendingCompliance'::text, 'compliant'::text])));
alter table public.domain add constraint domain_front_check CHECK ((front = ANY (ARRAY['china'::text, 'international'::text])));
alter table public.domain add constraint domain_holder_type_check CHECK ((holder_type = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table public.domain add constraint domain_pkey PRIMARY KEY (id);
alter table public.domain_claim add constraint domain_claim_pkey PRIMARY KEY (variant_key);
alter table public.domain_report add constraint domain_report_check CHECK (((ministry_id IS NULL) = (known_since IS NULL)));
alter table public.domain_report add constraint domain_report_own_id_key UNIQUE (own_id);
alter table public.domain_report add constraint domain_report_pkey PRIMARY KEY (ascii);
alter table public.domain_report add constraint domain_report_state_check CHECK ((state = ANY (ARRAY['due'::text, 'sent'::text, 'known'::text, 'refused'::text, 'outside'::text, 'removed'::text])));
alter table public.domain_report_entry add constraint domain_report_entry_ascii_fkey FOREIGN KEY (ascii) REFERENCES domain_report(ascii);
alter table public.domain_report_entry add constraint domain_report_entry_file_fkey FOREIGN KEY (file) REFERENCES domain_report_file(id);
alter table public.domain_report_entry add constraint domain_report_entry_outcome_check CHECK ((outcome = ANY (ARRAY['done'::text, 'refused'::text, 'not-taken'::text, 'unanswered'::text])));
alter table public.domain_report_entry add constraint domain_report_entry_pkey PRIMARY KEY (file, ascii);
alter table public.domain_report_file add constraint domain_report_file_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.domain_report_file add constraint domain_report_file_operation_check CHECK ((operation = ANY (ARRAY['new-domain'::text, 'change-domain'::text, 'remove-domain'::text])));
alter table public.domain_report_file add constraint domain_report_file_pkey PRIMARY KEY (id);
alter table public.email_verification add constraint email_verification_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.email_verification add constraint email_verification_pkey PRIMARY KEY (account, email);
alter table public.email_verification add constraint email_verification_token_digest_key UNIQUE (token_digest);
alter table public.enhanced_check add constraint enhanced_check_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.enhanced_check add constraint enhanced_check_check CHECK ((due_on >= noticed_on));
alter table public.enhanced_check add constraint enhanced_check_check1 CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['open'::text, 'reviewing'::text, 'sent'::text]))));
alter table public.enhanced_check add constraint enhanced_check_pkey PRIMARY KEY (id);
alter table public.enhanced_check add constraint enhanced_check_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reviewing'::text, 'sent'::text, 'passed'::text, 'withdrawn'::text])));
alter table public.enhanced_check add constraint enhanced_check_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.expiry_reminder add constraint expiry_reminder_domain_fkey FOREIGN KEY (domain) REFERENCES domain(id);
alter table public.expiry_reminder add constraint expiry_reminder_pkey PRIMARY KEY (domain, expires_at, stage);
alter table public.filing_access add constraint filing_access_own_id_key UNIQUE (own_id);
alter table public.filing_access add constraint filing_access_pkey PRIMARY KEY (id);
alter table public.filing_access add constraint filing_access_service_fkey FOREIGN KEY (service) REFERENCES filing_service(id);
alter table public.filing_check add constraint filing_check_check CHECK (((carrier IS NULL) = (dispatched_at IS NULL)));
alter table public.filing_check add constraint filing_check_check1 CHECK (((dispatched_at IS NULL) OR (ordered_at IS NOT NULL)));
alter table public.filing_check add constraint filing_check_check2 CHECK (((arrived_at IS NULL) OR (dispatched_at IS NOT NULL)));
alter table public.filing_check add constraint filing_check_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_check add constraint filing_check_filing_order_key UNIQUE (filing_order);
alter table public.filing_check add constraint filing_check_pkey PRIMARY KEY (id);
alter table public.filing_check add constraint filing_check_way_check CHECK ((way = ANY (ARRAY['face'::text, 'app-photo'::text, 'video'::text, 'curtain'::text, 'bureau-app'::text])));
alter table public.filing_domain add constraint filing_domain_own_id_key UNIQUE (own_id);
alter table public.filing_domain add constraint filing_domain_pkey PRIMARY KEY (service, ascii);
alter table public.filing_domain add constraint filing_domain_service_fkey FOREIGN KEY (service) REFERENCES filing_service(id);
alter table public.filing_duty add constraint filing_duty_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.filing_duty add constraint filing_duty_ended_because_check CHECK ((ended_because = ANY (ARRAY['put-right'::text, 'said'::text, 'cancelled'::text, 'changed'::text])));
alter table public.filing_duty add constraint filing_duty_found_by_check CHECK ((found_by = ANY (ARRAY['bureau'::text, 'approval'::text, 'scan'::text, 'event'::text, 'probe'::text, 'owner'::text])));
alter table public.filing_duty add constraint filing_duty_pkey PRIMARY KEY (id);
alter table public.filing_duty add constraint filing_duty_service_fkey FOREIGN KEY (service) REFERENCES filing_service(id);
alter table public.filing_duty add constraint filing_duty_subject_fkey FOREIGN KEY (subject) REFERENCES filing_subject(id);
alter table public.filing_event add constraint filing_event_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_event add constraint filing_event_pkey PRIMARY KEY (id);
alter table public.filing_expiry_watch add constraint filing_expiry_watch_pkey PRIMARY KEY (single);
alter table public.filing_expiry_watch add constraint filing_expiry_watch_single_check CHECK (single);
alter table public.filing_hand_entry add constraint filing_hand_entry_attempt_check CHECK ((attempt > 0));
alter table public.filing_hand_entry add constraint filing_hand_entry_check CHECK (((handed_in_on IS NULL) = (handed_in_at IS NULL)));
alter table public.filing_hand_entry add constraint filing_hand_entry_check1 CHECK (((handed_in_at IS NULL) OR (receipt IS NOT NULL) OR (note IS NOT NULL)));
alter table public.filing_hand_entry add constraint filing_hand_entry_check2 CHECK (((outcome IS NULL) OR (handed_in_at IS NOT NULL)));
alter table public.filing_hand_entry add constraint filing_hand_entry_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_hand_entry add constraint filing_hand_entry_kinds_check CHECK ((cardinality(kinds) > 0));
alter table public.filing_hand_entry add constraint filing_hand_entry_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'returned'::text])));
alter table public.filing_hand_entry add constraint filing_hand_entry_pkey PRIMARY KEY (filing_order, attempt);
alter table public.filing_order add constraint filing_order_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.filing_order add constraint filing_order_number_key UNIQUE (number);
alter table public.filing_order add constraint filing_order_own_id_key UNIQUE (own_id);
alter table public.filing_order add constraint filing_order_pkey PRIMARY KEY (id);
alter table public.filing_order add constraint filing_order_service_fkey FOREIGN KEY (service) REFERENCES filing_service(id);
alter table public.filing_order add constraint filing_order_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'first-review'::text, 'returned'::text, 'photo'::text, 'ready'::text, 'by-hand'::text, 'submitting'::text, 'held'::text, 'sms'::text, 'bureau'::text, 'passed'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text])));
alter table public.filing_order add constraint filing_order_subject_fkey FOREIGN KEY (subject) REFERENCES filing_subject(id);
alter table public.filing_order add constraint filing_order_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.filing_order add constraint filing_order_type_check CHECK ((type = ANY (ARRAY['first'::text, 'new-access'::text, 'new-service-here'::text, 'new-service-elsewhere'::text, 'change-subject'::text, 'change-service'::text, 'change-access'::text, 'cancel-subject'::text, 'cancel-service'::text, 'cancel-access'::text, 'claim'::text])));
alter table public.filing_order_domain add constraint filing_order_domain_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_order_domain add constraint filing_order_domain_pkey PRIMARY KEY (filing_order, ascii);
alter table public.filing_paper add constraint filing_paper_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.filing_paper add constraint filing_paper_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_paper add constraint filing_paper_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.filing_paper add constraint filing_paper_pkey PRIMARY KEY (id);
alter table public.filing_paper add constraint filing_paper_via_check CHECK ((via = ANY (ARRAY['computer'::text, 'phone'::text])));
alter table public.filing_paper_view add constraint filing_paper_view_paper_fkey FOREIGN KEY (paper) REFERENCES filing_paper(id) ON DELETE CASCADE;
alter table public.filing_paper_view add constraint filing_paper_view_pkey PRIMARY KEY (digest);
alter table public.filing_publication add constraint filing_publication_pkey PRIMARY KEY (bureau, number);
alter table public.filing_recheck add constraint filing_recheck_check CHECK ((num_nonnulls(ascii, service, subject) = 1));
alter table public.filing_recheck add constraint filing_recheck_pkey PRIMARY KEY (id);
alter table public.filing_recheck add constraint filing_recheck_service_fkey FOREIGN KEY (service) REFERENCES filing_service(id);
alter table public.filing_recheck add constraint filing_recheck_subject_fkey FOREIGN KEY (subject) REFERENCES filing_subject(id);
alter table public.filing_scan add constraint filing_scan_part_check CHECK ((part = ANY (ARRAY['services'::text, 'subjects'::text])));
alter table public.filing_scan add constraint filing_scan_pkey PRIMARY KEY (day);
alter table public.filing_service add constraint filing_service_kind_check CHECK ((kind = ANY (ARRAY['website'::text, 'app'::text, 'mini-program'::text, 'quick-app'::text])));
alter table public.filing_service add constraint filing_service_own_id_key UNIQUE (own_id);
alter table public.filing_service add constraint filing_service_pkey PRIMARY KEY (id);
alter table public.filing_service add constraint filing_service_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'cancelled'::text])));
alter table public.filing_service add constraint filing_service_subject_fkey FOREIGN KEY (subject) REFERENCES filing_subject(id);
alter table public.filing_step_time add constraint filing_step_time_check CHECK ((until_days >= from_days));
alter table public.filing_step_time add constraint filing_step_time_pkey PRIMARY KEY (province, type, step);
alter table public.filing_subject add constraint filing_subject_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.filing_subject add constraint filing_subject_own_id_key UNIQUE (own_id);
alter table public.filing_subject add constraint filing_subject_pkey PRIMARY KEY (id);
alter table public.filing_subject add constraint filing_subject_state_check CHECK ((state = ANY (ARRAY['filed'::text, 'cancelled'::text])));
alter table public.filing_subject add constraint filing_subject_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.filing_submission add constraint filing_submission_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_submission add constraint filing_submission_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.filing_submission add constraint filing_submission_outcome_check CHECK ((outcome = ANY (ARRAY['approved'::text, 'refused'::text, 'superseded'::text])));
alter table public.filing_submission add constraint filing_submission_pkey PRIMARY KEY (filing_order, attempt);
alter table public.filing_upload_link add constraint filing_upload_link_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_upload_link add constraint filing_upload_link_pkey PRIMARY KEY (digest);
alter table public.filing_zone_record add constraint filing_zone_record_filing_order_fkey FOREIGN KEY (filing_order) REFERENCES filing_order(id) ON DELETE CASCADE;
alter table public.filing_zone_record add constraint filing_zone_record_pkey PRIMARY KEY (filing_order, name);
alter table public.filing_zone_record add constraint filing_zone_record_state_check CHECK ((state = ANY (ARRAY['setting'::text, 'set'::text, 'left'::text, 'failed'::text])));
alter table public.heard_text add constraint heard_text_pkey PRIMARY KEY (key);
alter table public.hoster add constraint hoster_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.hoster add constraint hoster_pkey PRIMARY KEY (account);
alter table public.hosting_console_code add constraint hosting_console_code_pkey PRIMARY KEY (digest);
alter table public.hosting_console_code add constraint hosting_console_code_product_fkey FOREIGN KEY (product) REFERENCES hosting_product(id);
alter table public.hosting_product add constraint hosting_product_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.hosting_product add constraint hosting_product_billing_check CHECK ((billing = ANY (ARRAY['prepaid'::text, 'pay-as-you-go'::text])));
alter table public.hosting_product add constraint hosting_product_fen_check CHECK ((fen >= 0));
alter table public.hosting_product add constraint hosting_product_months_check CHECK ((months >= 0));
alter table public.hosting_product add constraint hosting_product_pkey PRIMARY KEY (id);
alter table public.hosting_product add constraint hosting_product_region_check CHECK ((region = ANY (ARRAY['mainland'::text, 'abroad'::text])));
alter table public.hosting_product add constraint hosting_product_stated_by_external_id_key UNIQUE NULLS NOT DISTINCT (stated_by, external_id);
alter table public.hosting_product add constraint hosting_product_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES hoster(account);
alter table public.human_challenge add constraint human_challenge_pkey PRIMARY KEY (mac);
alter table public.identity add constraint identity_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.identity add constraint identity_account_holder_type_kind_name_digest_number_digest_key UNIQUE (account, holder_type, kind, name_digest, number_digest);
alter table public.identity add constraint identity_check CHECK (((name_digest IS NULL) = (number_digest IS NULL)));
alter table public.identity add constraint identity_holder_type_check CHECK ((holder_type = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table public.identity add constraint identity_number_item_fkey FOREIGN KEY (number_item) REFERENCES sealed_item(id);
alter table public.identity add constraint identity_pkey PRIMARY KEY (id);
alter table public.identity_digest_key add constraint identity_digest_key_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.identity_digest_key add constraint identity_digest_key_one_check CHECK (one);
alter table public.identity_digest_key add constraint identity_digest_key_pkey PRIMARY KEY (one);
alter table public.identity_paper add constraint identity_paper_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.identity_paper add constraint identity_paper_bytes_check CHECK ((bytes > 0));
alter table public.identity_paper add constraint identity_paper_height_check CHECK ((height > 0));
alter table public.identity_paper add constraint identity_paper_item_fkey FOREIGN KEY (item) REFERENCES sealed_item(id);
alter table public.identity_paper add constraint identity_paper_kind_check CHECK ((kind = ANY (ARRAY['id-front'::text, 'id-back'::text, 'licence'::text, 'passport'::text, 'authorisation'::text, 'other'::text, 'trademark-certificate'::text, 'organisation-proof'::text, 'licence-proof'::text, 'application-form'::text, 'hand-held'::text, 'pledge'::text, 'use-proof'::text])));
alter table public.identity_paper add constraint identity_paper_pkey PRIMARY KEY (id);
alter table public.identity_paper add constraint identity_paper_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.identity_paper add constraint identity_paper_via_check CHECK ((via = ANY (ARRAY['computer'::text, 'phone'::text])));
alter table public.identity_paper add constraint identity_paper_width_check CHECK ((width > 0));
alter table public.intent add constraint intent_pkey PRIMARY KEY (id);
alter table public.intent add constraint intent_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'answered'::text, 'refused'::text, 'unknown'::text, 'not-applied'::text])));
alter table public.intent add constraint intent_task_fkey FOREIGN KEY (task) REFERENCES task(id);
alter table public.intent add constraint intent_trid_key UNIQUE (trid);
alter table public.ledger_account add constraint ledger_account_covered CHECK ((may_be_negative OR (balance_fen >= 0)));
alter table public.ledger_account add constraint ledger_account_pkey PRIMARY KEY (id);
alter table public.ledger_entry add constraint ledger_entry_account_fkey FOREIGN KEY (account) REFERENCES ledger_account(id);
alter table public.ledger_entry add constraint ledger_entry_fen_check CHECK ((fen <> 0));
alter table public.ledger_entry add constraint ledger_entry_pkey PRIMARY KEY (id);
alter table public.ledger_entry add constraint ledger_entry_posting_fkey FOREIGN KEY (posting) REFERENCES ledger_posting(id);
alter table public.ledger_posting add constraint ledger_posting_key_key UNIQUE (key);
alter table public.ledger_posting add constraint ledger_posting_pkey PRIMARY KEY (id);
alter table public.list_item add constraint list_item_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.list_item add constraint list_item_once UNIQUE (account, variant_key);
alter table public.list_item add constraint list_item_pkey PRIMARY KEY (account, ascii);
alter table public.list_item add constraint list_item_years_check CHECK (((years >= 1) AND (years <= 10)));
alter table public.message add constraint message_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.message add constraint message_pkey PRIMARY KEY (id);
alter table public.migration add constraint migration_pkey PRIMARY KEY (name);
alter table public.notice add constraint notice_channel_check CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text])));
alter table public.notice add constraint notice_locale_check CHECK ((locale = ANY (ARRAY['zh'::text, 'en'::text])));
alter table public.notice add constraint notice_message_fkey FOREIGN KEY (message) REFERENCES message(id);
alter table public.notice add constraint notice_pkey PRIMARY KEY (id);
alter table public.notice add constraint notice_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])));
alter table public.operator add constraint operator_auth_user_fkey FOREIGN KEY (auth_user) REFERENCES auth."user"(id) ON DELETE CASCADE;
alter table public.operator add constraint operator_pkey PRIMARY KEY (auth_user);
alter table public.operator add constraint operator_roles_check CHECK ((cardinality(roles) > 0));
alter table public.order_line add constraint order_line_discount_fen_check CHECK ((discount_fen >= 0));
alter table public.order_line add constraint order_line_order_id_ascii_key UNIQUE (order_id, ascii);
alter table public.order_line add constraint order_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table public.order_line add constraint order_line_pkey PRIMARY KEY (id);
alter table public.order_line add constraint order_line_refund_to CHECK (((refund_to IS NULL) OR ((state = 'refunded'::text) AND (refund_to = ANY (ARRAY['balance'::text, 'channel'::text]))) OR ((state = 'failed'::text) AND (refund_to = 'operator'::text))));
alter table public.order_line add constraint order_line_state_check CHECK ((state = ANY (ARRAY['awaiting-payment'::text, 'waiting'::text, 'succeeded'::text, 'failed'::text, 'refunded'::text, 'closed'::text])));
alter table public.order_line add constraint order_line_subtotal_fen_check CHECK ((subtotal_fen >= 0));
alter table public.order_line add constraint order_line_years_check CHECK (((years >= 1) AND (years <= 10)));
alter table public.orders add constraint orders_check CHECK (((refunded_fen >= 0) AND (refunded_fen <= total_fen)));
alter table public.orders add constraint orders_front_check CHECK ((front = ANY (ARRAY['china'::text, 'international'::text])));
alter table public.orders add constraint orders_holder_type_check CHECK ((holder_type = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table public.orders add constraint orders_kind_check CHECK ((kind = ANY (ARRAY['register'::text, 'renew'::text])));
alter table public.orders add constraint orders_method_check CHECK ((method = ANY (ARRAY['balance'::text, 'alipay'::text, 'online-banking'::text])));
alter table public.orders add constraint orders_number_key UNIQUE (number);
alter table public.orders add constraint orders_pkey PRIMARY KEY (id);
alter table public.orders add constraint orders_state_check CHECK ((state = ANY (ARRAY['awaiting-payment'::text, 'processing'::text, 'succeeded'::text, 'partly-succeeded'::text, 'failed'::text, 'closed'::text])));
alter table public.orders add constraint orders_total_fen_check CHECK ((total_fen >= 0));
alter table public.own_reason add constraint own_reason_id_check CHECK ((id ~ '^own-[0-9]+$'::text));
alter table public.own_reason add constraint own_reason_path_check CHECK ((path = ANY (ARRAY['A'::text, 'B'::text])));
alter table public.own_reason add constraint own_reason_pkey PRIMARY KEY (id);
alter table public.paper_view add constraint paper_view_paper_fkey FOREIGN KEY (paper) REFERENCES identity_paper(id);
alter table public.paper_view add constraint paper_view_pkey PRIMARY KEY (digest);
alter table public.payment add constraint payment_channel_check CHECK ((channel = 'alipay'::text));
alter table public.payment add constraint payment_fen_check CHECK ((fen > 0));
alter table public.payment add constraint payment_method_check CHECK ((method = ANY (ARRAY['alipay'::text, 'online-banking'::text])));
alter table public.payment add constraint payment_order_id_fkey FOREIGN KEY (order_id) REFERENCES orders(id);
alter table public.payment add constraint payment_other_amount CHECK (((state = 'other-amount'::text) = (received_fen IS NOT NULL)));
alter table public.payment add constraint payment_out_trade_no_key UNIQUE (out_trade_no);
alter table public.payment add constraint payment_pkey PRIMARY KEY (id);
alter table public.payment add constraint payment_received_fen_check CHECK ((received_fen > 0));
alter table public.payment add constraint payment_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'paid'::text, 'other-amount'::text, 'closed'::text])));
alter table public.payment_notice add constraint payment_notice_pkey PRIMARY KEY (id);
alter table public.personal_name_check add constraint personal_name_check_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.personal_name_check add constraint personal_name_check_check CHECK (((state = 'passed'::text) = (passed_until IS NOT NULL)));
alter table public.personal_name_check add constraint personal_name_check_check1 CHECK (((state <> 'pending'::text) OR (code IS NOT NULL)));
alter table public.personal_name_check add constraint personal_name_check_pkey PRIMARY KEY (id);
alter table public.personal_name_check add constraint personal_name_check_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'passed'::text, 'refused'::text, 'pending'::text, 'unanswered'::text])));
alter table public.premium_said add constraint premium_said_pkey PRIMARY KEY (ascii);
alter table public.premium_said add constraint premium_said_retail_fen_check CHECK ((retail_fen >= 0));
alter table public.promotion add constraint promotion_check CHECK (((ended_at IS NULL) = (ended_by IS NULL)));
alter table public.promotion add constraint promotion_pkey PRIMARY KEY (id);
alter table public.promotion add constraint promotion_product_check CHECK ((product = ANY (ARRAY['register'::text, 'renew'::text])));
alter table public.promotion_batch add constraint promotion_batch_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.promotion_batch add constraint promotion_batch_check CHECK ((until_at > from_at));
alter table public.promotion_batch add constraint promotion_batch_issuer_fkey FOREIGN KEY (issuer) REFERENCES promotion_issuer(id);
alter table public.promotion_batch add constraint promotion_batch_pkey PRIMARY KEY (id);
alter table public.promotion_batch add constraint promotion_batch_promotion_fkey FOREIGN KEY (promotion) REFERENCES promotion(id);
alter table public.promotion_batch add constraint promotion_batch_uses_check CHECK ((uses > 0));
alter table public.promotion_code add constraint promotion_code_batch_fkey FOREIGN KEY (batch) REFERENCES promotion_batch(id);
alter table public.promotion_code add constraint promotion_code_pkey PRIMARY KEY (digest);
alter table public.promotion_issuer add constraint promotion_issuer_digest_key UNIQUE (digest);
alter table public.promotion_issuer add constraint promotion_issuer_pkey PRIMARY KEY (id);
alter table public.promotion_issuer add constraint promotion_issuer_promotion_fkey FOREIGN KEY (promotion) REFERENCES promotion(id);
alter table public.promotion_terms add constraint promotion_terms_check CHECK (((value > 0) AND ((kind <> 'percent'::text) OR (value <= 100))));
alter table public.promotion_terms add constraint promotion_terms_check1 CHECK ((until_day >= from_day));
alter table public.promotion_terms add constraint promotion_terms_kind_check CHECK ((kind = ANY (ARRAY['fixed-price'::text, 'percent'::text, 'amount-off'::text])));
alter table public.promotion_terms add constraint promotion_terms_most_uses_check CHECK ((most_uses > 0));
alter table public.promotion_terms add constraint promotion_terms_most_uses_each_check CHECK ((most_uses_each > 0));
alter table public.promotion_terms add constraint promotion_terms_pkey PRIMARY KEY (id);
alter table public.promotion_terms add constraint promotion_terms_promotion_fkey FOREIGN KEY (promotion) REFERENCES promotion(id);
alter table public.promotion_use add constraint promotion_use_code_fkey FOREIGN KEY (code) REFERENCES promotion_code(digest);
alter table public.promotion_use add constraint promotion_use_line_fkey FOREIGN KEY (line) REFERENCES order_line(id);
alter table public.promotion_use add constraint promotion_use_pkey PRIMARY KEY (line);
alter table public.promotion_use add constraint promotion_use_promotion_fkey FOREIGN KEY (promotion) REFERENCES promotion(id);
alter table public.promotion_use add constraint promotion_use_state_check CHECK ((state = ANY (ARRAY['held'::text, 'used'::text, 'released'::text])));
alter table public.provider_verification add constraint provider_verification_check CHECK (((state = 'passed'::text) = (encoded IS NOT NULL)));
alter table public.provider_verification add constraint provider_verification_check1 CHECK (((state = 'refused'::text) = (message IS NOT NULL)));
alter table public.provider_verification add constraint provider_verification_pkey PRIMARY KEY (code);
alter table public.provider_verification add constraint provider_verification_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'passed'::text, 'refused'::text])));
alter table public.provider_verification add constraint provider_verification_task_fkey FOREIGN KEY (task) REFERENCES task(id);
alter table public.refund_matter add constraint refund_matter_check CHECK ((((decision IS NULL) = (decided_at IS NULL)) AND ((decision IS NULL) = (decided_by IS NULL))));
alter table public.refund_matter add constraint refund_matter_check1 CHECK (((reference IS NOT NULL) = ((decision IS NOT NULL) AND (decision = 'channel'::text))));
alter table public.refund_matter add constraint refund_matter_decision_check CHECK ((decision = ANY (ARRAY['balance'::text, 'channel'::text])));
alter table public.refund_matter add constraint refund_matter_line_fkey FOREIGN KEY (line) REFERENCES order_line(id);
alter table public.refund_matter add constraint refund_matter_pkey PRIMARY KEY (line);
alter table public.refund_matter add constraint refund_matter_source_check CHECK ((source = ANY (ARRAY['frozen'::text, 'revenue'::text])));
alter table public.registrant_template add constraint registrant_template_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.registrant_template add constraint registrant_template_erased CHECK ((((identity_record IS NULL) = (erased_at IS NOT NULL)) AND ((erased_at IS NULL) OR (deleted_at IS NOT NULL)) AND ((deleted_at IS NULL) = (keep_until IS NULL))));
alter table public.registrant_template add constraint registrant_template_holder_type_check CHECK ((holder_type = ANY (ARRAY['person'::text, 'organisation'::text])));
alter table public.registrant_template add constraint registrant_template_identity_check CHECK ((identity = ANY (ARRAY['unverified'::text, 'reviewing'::text, 'verified'::text, 'failed'::text])));
alter table public.registrant_template add constraint registrant_template_identity_record_fkey FOREIGN KEY (identity_record) REFERENCES identity(id);
alter table public.registrant_template add constraint registrant_template_pkey PRIMARY KEY (id);
alter table public.registrant_template add constraint registrant_template_revision_check CHECK ((revision > 0));
alter table public.registry_contact add constraint registry_contact_pkey PRIMARY KEY (template, registry);
alter table public.registry_contact add constraint registry_contact_revision_check CHECK ((revision >= 0));
alter table public.registry_message add constraint registry_message_axis_check CHECK ((axis = ANY (ARRAY['identity'::text, 'naming'::text, 'qualification'::text])));
alter table public.registry_message add constraint registry_message_outcome_check CHECK ((outcome = ANY (ARRAY['passed'::text, 'failed'::text, 'overdue'::text, 'unknown'::text])));
alter table public.registry_message add constraint registry_message_pkey PRIMARY KEY (id);
alter table public.registry_message add constraint registry_message_registry_message_id_received_at_key UNIQUE (registry, message_id, received_at);
alter table public.registry_password add constraint registry_password_pkey PRIMARY KEY (registry);
alter table public.registry_queue add constraint registry_queue_pkey PRIMARY KEY (registry);
alter table public.registry_review add constraint registry_review_axis_check CHECK ((axis = ANY (ARRAY['identity'::text, 'naming'::text, 'qualification'::text])));
alter table public.registry_review add constraint registry_review_domain_fkey FOREIGN KEY (domain) REFERENCES domain(id);
alter table public.registry_review add constraint registry_review_pkey PRIMARY KEY (domain, axis);
alter table public.registry_review add constraint registry_review_state_check CHECK ((state = ANY (ARRAY['passed'::text, 'failed'::text, 'unknown'::text])));
alter table public.remittance add constraint remittance_bank_reference_key UNIQUE (bank_reference);
alter table public.remittance add constraint remittance_check CHECK (((state = 'received'::text) = ((received_fen IS NOT NULL) AND (bank_reference IS NOT NULL) AND (received_on IS NOT NULL) AND (received_by IS NOT NULL) AND (received_at IS NOT NULL))));
alter table public.remittance add constraint remittance_fen_check CHECK ((fen > 0));
alter table public.remittance add constraint remittance_pkey PRIMARY KEY (id);
alter table public.remittance add constraint remittance_received_fen_check CHECK ((received_fen > 0));
alter table public.remittance add constraint remittance_reference_key UNIQUE (reference);
alter table public.remittance add constraint remittance_state_check CHECK ((state = ANY (ARRAY['announced'::text, 'received'::text, 'withdrawn'::text])));
alter table public.request_key add constraint request_key_pkey PRIMARY KEY (account, key);
alter table public.review_case add constraint review_case_about CHECK (((axis = 'identity'::text) = (for_name IS NULL)));
alter table public.review_case add constraint review_case_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.review_case add constraint review_case_attempt_check CHECK ((attempt > 0));
alter table public.review_case add constraint review_case_axis_check CHECK ((axis = ANY (ARRAY['identity'::text, 'qualification'::text, 'enhanced'::text])));
alter table public.review_case add constraint review_case_number_key UNIQUE (number);
alter table public.review_case add constraint review_case_pkey PRIMARY KEY (id);
alter table public.review_case add constraint review_case_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'second'::text, 'provider'::text, 'passed'::text, 'failed'::text, 'withdrawn'::text])));
alter table public.review_case add constraint review_case_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.review_event add constraint review_event_pkey PRIMARY KEY (id);
alter table public.review_event add constraint review_event_review_case_fkey FOREIGN KEY (review_case) REFERENCES review_case(id);
alter table public.sealed_item add constraint sealed_item_ends_because_check CHECK ((ends_because = ANY (ARRAY['kept-long-enough'::text, 'taken-back'::text, 'consent-withdrawn'::text, 'template-deleted'::text])));
alter table public.sealed_item add constraint sealed_item_pkey PRIMARY KEY (id);
alter table public.service_number add constraint service_number_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.service_number add constraint service_number_pkey PRIMARY KEY (number);
alter table public.service_number add constraint service_number_product_fkey FOREIGN KEY (product) REFERENCES hosting_product(id);
alter table public.service_number add constraint service_number_reserved_by_fkey FOREIGN KEY (reserved_by) REFERENCES filing_order(id) ON DELETE SET NULL;
alter table public.service_number add constraint service_number_used_by_fkey FOREIGN KEY (used_by) REFERENCES filing_order(id) ON DELETE SET NULL;
alter table public.task add constraint task_number_key UNIQUE (number);
alter table public.task add constraint task_phase_check CHECK ((phase = ANY (ARRAY['forward'::text, 'failed'::text])));
alter table public.task add constraint task_pkey PRIMARY KEY (id);
alter table public.task add constraint task_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'executing'::text, 'unknown'::text, 'succeeded'::text, 'failed'::text])));
alter table public.task_step add constraint task_step_phase_check CHECK ((phase = ANY (ARRAY['forward'::text, 'failed'::text])));
alter table public.task_step add constraint task_step_pkey PRIMARY KEY (task, name);
alter table public.task_step add constraint task_step_task_fkey FOREIGN KEY (task) REFERENCES task(id);
alter table public.ticket add constraint ticket_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.ticket add constraint ticket_number_key UNIQUE (number);
alter table public.ticket add constraint ticket_pkey PRIMARY KEY (id);
alter table public.ticket add constraint ticket_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'answered'::text, 'closed'::text])));
alter table public.ticket_message add constraint ticket_message_by_check CHECK ((by = ANY (ARRAY['customer'::text, 'staff'::text])));
alter table public.ticket_message add constraint ticket_message_pkey PRIMARY KEY (id);
alter table public.ticket_message add constraint ticket_message_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)));
alter table public.ticket_message add constraint ticket_message_ticket_fkey FOREIGN KEY (ticket) REFERENCES ticket(id);
alter table public.upload_link add constraint upload_link_about CHECK (((for_name IS NULL) = (kinds IS NULL)));
alter table public.upload_link add constraint upload_link_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.upload_link add constraint upload_link_pkey PRIMARY KEY (digest);
alter table public.upload_link add constraint upload_link_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);
alter table public.verification_code add constraint verification_code_account_fkey FOREIGN KEY (account) REFERENCES account(id);
alter table public.verification_code add constraint verification_code_check CHECK (((kind = 'real-name'::text) = (template IS NOT NULL)));
alter table public.verification_code add constraint verification_code_check1 CHECK (((kind = 'domain'::text) = (label IS NOT NULL)));
alter table public.verification_code add constraint verification_code_kind_check CHECK ((kind = ANY (ARRAY['real-name'::text, 'domain'::text])));
alter table public.verification_code add constraint verification_code_pkey PRIMARY KEY (code);
alter table public.verification_code add constraint verification_code_template_fkey FOREIGN KEY (template) REFERENCES registrant_template(id);

-- indexes
CREATE INDEX account_by_user ON auth.account USING btree ("userId");
CREATE UNIQUE INDEX account_pkey ON auth.account USING btree (id);
CREATE INDEX session_by_user ON auth.session USING btree ("userId");
CREATE UNIQUE INDEX session_pkey ON auth.session USING btree (id);
CREATE UNIQUE INDEX session_token_key ON auth.session USING btree (token);
CREATE UNIQUE INDEX user_email_key ON auth."user" USING btree (email);
CREATE UNIQUE INDEX "user_phoneNumber_key" ON auth."user" USING btree ("phoneNumber");
CREATE UNIQUE INDEX user_pkey ON auth."user" USING btree (id);
CREATE INDEX verification_by_identifier ON auth.verification USING btree (identifier);
CREATE UNIQUE INDEX verification_pkey ON auth.verification USING btree (id);
CREATE INDEX account_by_email ON public.account USING btree (lower(email)) WHERE (email IS NOT NULL);
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (id);
CREATE INDEX account_user_by_account ON public.account_user USING btree (account);
CREATE UNIQUE INDEX account_user_one_owner ON public.account_user USING btree (account) WHERE (role = 'owner'::text);
CREATE UNIQUE INDEX account_user_pkey ON public.account_user USING btree (auth_user);
CREATE INDEX api_token_by_account ON public.api_token USING btree (account);
CREATE UNIQUE INDEX api_token_digest_key ON public.api_token USING btree (digest);
CREATE UNIQUE INDEX api_token_pkey ON public.api_token USING btree (id);
CREATE UNIQUE INDEX attempt_pkey ON public.attempt USING btree (key);
CREATE INDEX audit_entry_of_holders ON public.audit_entry USING btree (subject, seq) WHERE ((action ~~ 'template.%'::text) OR (action ~~ 'consent.%'::text) OR (action ~~ 'domain.holder-change%'::text));
CREATE UNIQUE INDEX audit_entry_pkey ON public.audit_entry USING btree (seq);
CREATE UNIQUE INDEX audit_head_pkey ON public.audit_head USING btree (single);
CREATE INDEX bureau_blacklist_listed ON public.bureau_blacklist USING btree (what, value) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX bureau_blacklist_pkey ON public.bureau_blacklist USING btree (bureau, what, value);
CREATE UNIQUE INDEX bureau_broken_file_pkey ON public.bureau_broken_file USING btree (bureau, file_name);
CREATE UNIQUE INDEX bureau_code_tables_pkey ON public.bureau_code_tables USING btree (bureau);
CREATE UNIQUE INDEX bureau_download_bureau_file_name_hash_key ON public.bureau_download USING btree (bureau, file_name, hash);
CREATE INDEX bureau_download_due ON public.bureau_download USING btree (bureau, id) WHERE (processed_at IS NULL);
CREATE INDEX bureau_download_item ON public.bureau_download USING btree (item);
CREATE INDEX bureau_download_of_bureau ON public.bureau_download USING btree (bureau, id);
CREATE UNIQUE INDEX bureau_download_pkey ON public.bureau_download USING btree (id);
CREATE UNIQUE INDEX bureau_line_told_pkey ON public.bureau_line_told USING btree (what);
CREATE INDEX bureau_matter_by_download ON public.bureau_matter USING btree (download);
CREATE UNIQUE INDEX bureau_matter_once ON public.bureau_matter USING btree (bureau, kind, bureau_id) WHERE (state <> 'answered'::text);
CREATE INDEX bureau_matter_open ON public.bureau_matter USING btree (due_on, id) WHERE (state <> 'answered'::text);
CREATE UNIQUE INDEX bureau_matter_pkey ON public.bureau_matter USING btree (id);
CREATE UNIQUE INDEX bureau_upload_id ON public.bureau_upload USING btree (id);
CREATE INDEX bureau_upload_item ON public.bureau_upload USING btree (item);
CREATE INDEX bureau_upload_of_bureau ON public.bureau_upload USING btree (bureau, id);
CREATE UNIQUE INDEX bureau_upload_open ON public.bureau_upload USING btree (bureau) WHERE (state <> ALL (ARRAY['accepted'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX bureau_upload_pkey ON public.bureau_upload USING btree (bureau, key);
CREATE UNIQUE INDEX bureau_upload_sequence ON public.bureau_upload USING btree (bureau, sequence) WHERE (state <> 'withdrawn'::text);
CREATE UNIQUE INDEX catalog_change_pkey ON public.catalog_change USING btree (id);
CREATE UNIQUE INDEX catalog_change_place_key ON public.catalog_change USING btree (place);
CREATE INDEX catalog_change_published ON public.catalog_change USING btree (place) WHERE (place IS NOT NULL);
CREATE UNIQUE INDEX catalog_revision_pkey ON public.catalog_revision USING btree (single);
CREATE UNIQUE INDEX certificate_reminder_pkey ON public.certificate_reminder USING btree (template, ends, stage);
CREATE UNIQUE INDEX clock_offset_pkey ON public.clock_offset USING btree (single);
CREATE UNIQUE INDEX confirmation_pkey ON public.confirmation USING btree (auth_user, purpose);
CREATE UNIQUE INDEX consent_in_force ON public.consent USING btree (account, purpose) WHERE (withdrawn_at IS NULL);
CREATE UNIQUE INDEX consent_pkey ON public.consent USING btree (id);
CREATE UNIQUE INDEX deadline_kind_subject_opens_at_key ON public.deadline USING btree (kind, subject, opens_at);
CREATE INDEX deadline_open ON public.deadline USING btree (opens_at) WHERE (state = 'open'::text);
CREATE UNIQUE INDEX deadline_pkey ON public.deadline USING btree (id);
CREATE INDEX deadline_retry ON public.deadline USING btree (retry_at) WHERE ((state = 'open'::text) AND (retry_at IS NOT NULL));
CREATE INDEX deletion_by_account ON public.deletion USING btree (account, deleted_at, item);
CREATE INDEX deletion_by_time ON public.deletion USING btree (deleted_at, item);
CREATE UNIQUE INDEX deletion_pkey ON public.deletion USING btree (item);
CREATE INDEX domain_by_account_expiry ON public.domain USING btree (account, expires_at, ascii) WHERE (released_at IS NULL);
CREATE INDEX domain_by_expiry ON public.domain USING btree (expires_at) WHERE (released_at IS NULL);
CREATE INDEX domain_by_template ON public.domain USING btree (template);
CREATE UNIQUE INDEX domain_claim_pkey ON public.domain_claim USING btree (variant_key);
CREATE INDEX domain_codes_unsent ON public.domain USING btree (registry, template) WHERE ((codes_sent_at IS NULL) AND (released_at IS NULL));
CREATE INDEX domain_email_held ON public.domain USING btree (id) WHERE ((email_held_at IS NOT NULL) AND (released_at IS NULL));
CREATE INDEX domain_live_by_suffix ON public.domain USING btree (suffix, variant_key) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX domain_live_key ON public.domain USING btree (variant_key) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX domain_live_name ON public.domain USING btree (ascii) WHERE (released_at IS NULL);
CREATE UNIQUE INDEX domain_pkey ON public.domain USING btree (id);
CREATE INDEX domain_released ON public.domain USING btree (ascii, released_at DESC) WHERE (released_at IS NOT NULL);
CREATE INDEX domain_report_by_state ON public.domain_report USING btree (state, own_id);
CREATE INDEX domain_report_entry_by_ministry ON public.domain_report_entry USING btree (ministry_id) WHERE ((outcome IS NULL) OR (outcome = 'unanswered'::text));
CREATE INDEX domain_report_entry_by_own ON public.domain_report_entry USING btree (own_id) WHERE ((outcome IS NULL) OR (outcome = 'unanswered'::text));
CREATE INDEX domain_report_entry_open ON public.domain_report_entry USING btree (ascii) WHERE (outcome IS NULL);
CREATE UNIQUE INDEX domain_report_entry_pkey ON public.domain_report_entry USING btree (file, ascii);
CREATE INDEX domain_report_file_item ON public.domain_report_file USING btree (item);
CREATE UNIQUE INDEX domain_report_file_pkey ON public.domain_report_file USING btree (id);
CREATE UNIQUE INDEX domain_report_own_id_key ON public.domain_report USING btree (own_id);
CREATE UNIQUE INDEX domain_report_pkey ON public.domain_report USING btree (ascii);
CREATE INDEX domain_to_mirror ON public.domain USING btree (asked_at NULLS FIRST) WHERE (released_at IS NULL);
CREATE INDEX domain_unpaid_held ON public.domain USING btree (id) WHERE ((unpaid_held_at IS NOT NULL) AND (released_at IS NULL));
CREATE INDEX domain_verification_held ON public.domain USING btree (verification_held_at) WHERE ((verification_held_at IS NOT NULL) AND (released_at IS NULL));
CREATE UNIQUE INDEX email_verification_pkey ON public.email_verification USING btree (account, email);
CREATE UNIQUE INDEX email_verification_token_digest_key ON public.email_verification USING btree (token_digest);
CREATE INDEX enhanced_check_by_name ON public.enhanced_check USING btree (account, ascii, opened_at DESC);
CREATE INDEX enhanced_check_due ON public.enhanced_check USING btree (due_on, id) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX enhanced_check_open ON public.enhanced_check USING btree (ascii) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX enhanced_check_pkey ON public.enhanced_check USING btree (id);
CREATE UNIQUE INDEX expiry_reminder_pkey ON public.expiry_reminder USING btree (domain, expires_at, stage);
CREATE INDEX filing_access_by_service ON public.filing_access USING btree (service);
CREATE UNIQUE INDEX filing_access_own_id_key ON public.filing_access USING btree (own_id);
CREATE UNIQUE INDEX filing_access_pkey ON public.filing_access USING btree (id);
CREATE UNIQUE INDEX filing_check_filing_order_key ON public.filing_check USING btree (filing_order);
CREATE UNIQUE INDEX filing_check_pkey ON public.filing_check USING btree (id);
CREATE INDEX filing_check_to_dispatch ON public.filing_check USING btree (ordered_at, id) WHERE ((ordered_at IS NOT NULL) AND (dispatched_at IS NULL));
CREATE INDEX filing_domain_backwards ON public.filing_domain USING btree (reverse(ascii) COLLATE "C") WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX filing_domain_filed ON public.filing_domain USING btree (ascii) WHERE (ended_at IS NULL);
CREATE UNIQUE INDEX filing_domain_own_id_key ON public.filing_domain USING btree (own_id);
CREATE UNIQUE INDEX filing_domain_pkey ON public.filing_domain USING btree (service, ascii);
CREATE INDEX filing_domain_to_probe ON public.filing_domain USING btree (probed_at NULLS FIRST) WHERE (ended_at IS NULL);
CREATE INDEX filing_duty_by_account ON public.filing_duty USING btree (account) WHERE (done_at IS NULL);
CREATE INDEX filing_duty_by_service ON public.filing_duty USING btree (service) WHERE (service IS NOT NULL);
CREATE INDEX filing_duty_due ON public.filing_duty USING btree (due_on, id) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX filing_duty_open ON public.filing_duty USING btree (subject, COALESCE(service, subject), kind, COALESCE(ascii, ''::text), ((found_by = 'bureau'::text))) WHERE (done_at IS NULL);
CREATE UNIQUE INDEX filing_duty_pkey ON public.filing_duty USING btree (id);
CREATE INDEX filing_duty_untold ON public.filing_duty USING btree (account, due_on, id) WHERE ((told_at IS NULL) AND (done_at IS NULL));
CREATE INDEX filing_event_by_order ON public.filing_event USING btree (filing_order, id);
CREATE INDEX filing_event_by_time ON public.filing_event USING btree (at);
CREATE UNIQUE INDEX filing_event_pkey ON public.filing_event USING btree (id);
CREATE UNIQUE INDEX filing_expiry_watch_pkey ON public.filing_expiry_watch USING btree (single);
CREATE UNIQUE INDEX filing_hand_entry_pkey ON public.filing_hand_entry USING btree (filing_order, attempt);
CREATE INDEX filing_order_by_account ON public.filing_order USING btree (account, created_at DESC, id);
CREATE INDEX filing_order_by_hand ON public.filing_order USING btree (due_at, id) WHERE (by_hand AND (state = ANY (ARRAY['by-hand'::text, 'sms'::text, 'bureau'::text])));
CREATE UNIQUE INDEX filing_order_domain_pkey ON public.filing_order_domain USING btree (filing_order, ascii);
CREATE UNIQUE INDEX filing_order_domain_running ON public.filing_order_domain USING btree (account, ascii) WHERE running;
CREATE UNIQUE INDEX filing_order_domain_submitted ON public.filing_order_domain USING btree (ascii) WHERE submitted;
CREATE UNIQUE INDEX filing_order_number_key ON public.filing_order USING btree (number);
CREATE UNIQUE INDEX filing_order_own_id_key ON public.filing_order USING btree (own_id);
CREATE UNIQUE INDEX filing_order_pkey ON public.filing_order USING btree (id);
CREATE INDEX filing_order_queue ON public.filing_order USING btree (due_at, id) WHERE (state = 'first-review'::text);
CREATE UNIQUE INDEX filing_order_running ON public.filing_order USING btree (account, number_digest) WHERE (state <> ALL (ARRAY['passed'::text, 'withdrawn'::text]));
CREATE UNIQUE INDEX filing_order_submitted ON public.filing_order USING btree (number_digest) WHERE (state = ANY (ARRAY['first-review'::text, 'photo'::text, 'ready'::text, 'by-hand'::text, 'submitting'::text, 'held'::text, 'sms'::text, 'bureau'::text, 'lapsed'::text]));
CREATE INDEX filing_paper_by_digest ON public.filing_paper USING btree (digest) WHERE (digest IS NOT NULL);
CREATE INDEX filing_paper_by_item ON public.filing_paper USING btree (item);
CREATE INDEX filing_paper_by_order ON public.filing_paper USING btree (filing_order) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX filing_paper_pkey ON public.filing_paper USING btree (id);
CREATE INDEX filing_paper_view_by_paper ON public.filing_paper_view USING btree (paper);
CREATE UNIQUE INDEX filing_paper_view_pkey ON public.filing_paper_view USING btree (digest);
CREATE UNIQUE INDEX filing_publication_pkey ON public.filing_publication USING btree (bureau, number);
CREATE UNIQUE INDEX filing_recheck_pkey ON public.filing_recheck USING btree (id);
CREATE UNIQUE INDEX filing_scan_pkey ON public.filing_scan USING btree (day);
CREATE INDEX filing_service_by_subject ON public.filing_service USING btree (subject);
CREATE UNIQUE INDEX filing_service_own_id_key ON public.filing_service USING btree (own_id);
CREATE UNIQUE INDEX filing_service_pkey ON public.filing_service USING btree (id);
CREATE UNIQUE INDEX filing_step_time_pkey ON public.filing_step_time USING btree (province, type, step);
CREATE INDEX filing_subject_by_account ON public.filing_subject USING btree (account);
CREATE INDEX filing_subject_by_template ON public.filing_subject USING btree (template) WHERE (state = 'filed'::text);
CREATE UNIQUE INDEX filing_subject_filed ON public.filing_subject USING btree (number_digest) WHERE (state = 'filed'::text);
CREATE UNIQUE INDEX filing_subject_own_id_key ON public.filing_subject USING btree (own_id);
CREATE UNIQUE INDEX filing_subject_pkey ON public.filing_subject USING btree (id);
CREATE INDEX filing_submission_item ON public.filing_submission USING btree (item);
CREATE INDEX filing_submission_keys ON public.filing_submission USING gin (keys);
CREATE UNIQUE INDEX filing_submission_pkey ON public.filing_submission USING btree (filing_order, attempt);
CREATE UNIQUE INDEX filing_upload_link_pkey ON public.filing_upload_link USING btree (digest);
CREATE UNIQUE INDEX filing_zone_record_pkey ON public.filing_zone_record USING btree (filing_order, name);
CREATE UNIQUE INDEX heard_text_pkey ON public.heard_text USING btree (key);
CREATE UNIQUE INDEX hoster_pkey ON public.hoster USING btree (account);
CREATE INDEX hosting_console_code_by_product ON public.hosting_console_code USING btree (product);
CREATE UNIQUE INDEX hosting_console_code_pkey ON public.hosting_console_code USING btree (digest);
CREATE INDEX hosting_product_by_account ON public.hosting_product USING btree (account, id);
CREATE UNIQUE INDEX hosting_product_pkey ON public.hosting_product USING btree (id);
CREATE UNIQUE INDEX hosting_product_stated_by_external_id_key ON public.hosting_product USING btree (stated_by, external_id) NULLS NOT DISTINCT;
CREATE INDEX human_challenge_expired ON public.human_challenge USING btree (expires_at);
CREATE UNIQUE INDEX human_challenge_pkey ON public.human_challenge USING btree (mac);
CREATE UNIQUE INDEX identity_account_holder_type_kind_name_digest_number_digest_key ON public.identity USING btree (account, holder_type, kind, name_digest, number_digest);
CREATE UNIQUE INDEX identity_digest_key_pkey ON public.identity_digest_key USING btree (one);
CREATE UNIQUE INDEX identity_paper_one_a_kind ON public.identity_paper USING btree (template, kind, COALESCE(for_name, ''::text)) WHERE (removed_at IS NULL);
CREATE UNIQUE INDEX identity_paper_pkey ON public.identity_paper USING btree (id);
CREATE UNIQUE INDEX identity_pkey ON public.identity USING btree (id);
CREATE INDEX identity_without_digest ON public.identity USING btree (id) WHERE (number_digest IS NULL);
CREATE INDEX intent_by_task ON public.intent USING btree (task);
CREATE UNIQUE INDEX intent_open ON public.intent USING btree (task, step) WHERE (state = ANY (ARRAY['sent'::text, 'unknown'::text]));
CREATE UNIQUE INDEX intent_pkey ON public.intent USING btree (id);
CREATE UNIQUE INDEX intent_trid_key ON public.intent USING btree (trid);
CREATE UNIQUE INDEX ledger_account_pkey ON public.ledger_account USING btree (id);
CREATE INDEX ledger_entry_by_account ON public.ledger_entry USING btree (account, id);
CREATE INDEX ledger_entry_by_posting ON public.ledger_entry USING btree (posting);
CREATE UNIQUE INDEX ledger_entry_pkey ON public.ledger_entry USING btree (id);
CREATE UNIQUE INDEX ledger_posting_key_key ON public.ledger_posting USING btree (key);
CREATE UNIQUE INDEX ledger_posting_pkey ON public.ledger_posting USING btree (id);
CREATE UNIQUE INDEX list_item_once ON public.list_item USING btree (account, variant_key);
CREATE UNIQUE INDEX list_item_pkey ON public.list_item USING btree (account, ascii);
CREATE INDEX message_by_account ON public.message USING btree (account, created_at DESC, id DESC);
CREATE INDEX message_by_subject ON public.message USING btree (subject, created_at) WHERE (subject IS NOT NULL);
CREATE UNIQUE INDEX message_pkey ON public.message USING btree (id);
CREATE INDEX message_unread ON public.message USING btree (account) WHERE (read_at IS NULL);
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (name);
CREATE INDEX notice_by_account ON public.notice USING btree (account, created_at DESC);
CREATE INDEX notice_by_message ON public.notice USING btree (message) WHERE (message IS NOT NULL);
CREATE INDEX notice_due ON public.notice USING btree (next_at) WHERE (state = 'queued'::text);
CREATE INDEX notice_due_urgent ON public.notice USING btree (next_at) WHERE ((state = 'queued'::text) AND (kind = ANY (ARRAY['phone.code'::text, 'email.verification'::text])));
CREATE UNIQUE INDEX notice_pkey ON public.notice USING btree (id);
CREATE UNIQUE INDEX operator_pkey ON public.operator USING btree (auth_user);
CREATE INDEX order_line_by_order ON public.order_line USING btree (order_id, "position");
CREATE INDEX order_line_open ON public.order_line USING btree (order_id) WHERE (state = ANY (ARRAY['waiting'::text, 'failed'::text]));
CREATE UNIQUE INDEX order_line_order_id_ascii_key ON public.order_line USING btree (order_id, ascii);
CREATE UNIQUE INDEX order_line_pkey ON public.order_line USING btree (id);
CREATE INDEX orders_by_account ON public.orders USING btree (account, created_at DESC);
CREATE UNIQUE INDEX orders_number_key ON public.orders USING btree (number);
CREATE UNIQUE INDEX orders_pkey ON public.orders USING btree (id);
CREATE INDEX orders_processing ON public.orders USING btree (id) WHERE (state = 'processing'::text);
CREATE INDEX orders_unpaid ON public.orders USING btree (pay_by) WHERE (state = 'awaiting-payment'::text);
CREATE UNIQUE INDEX own_reason_pkey ON public.own_reason USING btree (id);
CREATE INDEX paper_view_by_paper ON public.paper_view USING btree (paper, reviewer) WHERE (opened_at IS NOT NULL);
CREATE UNIQUE INDEX paper_view_pkey ON public.paper_view USING btree (digest);
CREATE INDEX payment_by_order ON public.payment USING btree (order_id);
CREATE UNIQUE INDEX payment_notice_pkey ON public.payment_notice USING btree (id);
CREATE UNIQUE INDEX payment_out_trade_no_key ON public.payment USING btree (out_trade_no);
CREATE INDEX payment_pending ON public.payment USING btree (created_at) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX payment_pkey ON public.payment USING btree (id);
CREATE INDEX personal_name_check_of_account ON public.personal_name_check USING btree (account, asked_at);
CREATE INDEX personal_name_check_of_number ON public.personal_name_check USING btree (number_digest, asked_at);
CREATE UNIQUE INDEX personal_name_check_pkey ON public.personal_name_check USING btree (id);
CREATE INDEX premium_said_at ON public.premium_said USING btree (heard_at);
CREATE UNIQUE INDEX premium_said_pkey ON public.premium_said USING btree (ascii);
CREATE INDEX promotion_batch_of ON public.promotion_batch USING btree (promotion, issued_at);
CREATE UNIQUE INDEX promotion_batch_pkey ON public.promotion_batch USING btree (id);
CREATE INDEX promotion_code_of ON public.promotion_code USING btree (batch);
CREATE UNIQUE INDEX promotion_code_pkey ON public.promotion_code USING btree (digest);
CREATE UNIQUE INDEX promotion_issuer_digest_key ON public.promotion_issuer USING btree (digest);
CREATE INDEX promotion_issuer_of ON public.promotion_issuer USING btree (promotion, made_at);
CREATE UNIQUE INDEX promotion_issuer_pkey ON public.promotion_issuer USING btree (id);
CREATE UNIQUE INDEX promotion_pkey ON public.promotion USING btree (id);
CREATE INDEX promotion_running ON public.promotion USING btree (product) WHERE (ended_at IS NULL);
CREATE INDEX promotion_terms_of ON public.promotion_terms USING btree (promotion, from_day DESC, id DESC);
CREATE UNIQUE INDEX promotion_terms_pkey ON public.promotion_terms USING btree (id);
CREATE INDEX promotion_use_by_code ON public.promotion_use USING btree (code) WHERE ((code IS NOT NULL) AND (state <> 'released'::text));
CREATE INDEX promotion_use_by_promotion ON public.promotion_use USING btree (promotion) WHERE (state <> 'released'::text);
CREATE UNIQUE INDEX promotion_use_pkey ON public.promotion_use USING btree (line);
CREATE UNIQUE INDEX promotion_use_slot ON public.promotion_use USING btree (account, slot) WHERE ((slot IS NOT NULL) AND (state <> 'released'::text));
CREATE INDEX provider_verification_ended ON public.provider_verification USING btree (ended_at) WHERE (ended_at IS NOT NULL);
CREATE INDEX provider_verification_pending ON public.provider_verification USING btree (asked_at) WHERE (state = 'pending'::text);
CREATE UNIQUE INDEX provider_verification_pkey ON public.provider_verification USING btree (code);
CREATE INDEX refund_matter_open ON public.refund_matter USING btree (opened_at) WHERE (decision IS NULL);
CREATE UNIQUE INDEX refund_matter_pkey ON public.refund_matter USING btree (line);
CREATE INDEX registrant_template_by_account ON public.registrant_template USING btree (account, created_at);
CREATE INDEX registrant_template_by_identity ON public.registrant_template USING btree (identity_record);
CREATE INDEX registrant_template_by_name ON public.registrant_template USING btree (lower(name_zh));
CREATE UNIQUE INDEX registrant_template_one_default ON public.registrant_template USING btree (account, holder_type) WHERE is_default;
CREATE UNIQUE INDEX registrant_template_pkey ON public.registrant_template USING btree (id);
CREATE INDEX registry_contact_due ON public.registry_contact USING btree (created_at) WHERE due;
CREATE INDEX registry_contact_handle ON public.registry_contact USING btree (handle);
CREATE UNIQUE INDEX registry_contact_pkey ON public.registry_contact USING btree (template, registry);
CREATE INDEX registry_message_about ON public.registry_message USING btree (about, received_at) WHERE (about IS NOT NULL);
CREATE UNIQUE INDEX registry_message_pkey ON public.registry_message USING btree (id);
CREATE UNIQUE INDEX registry_message_registry_message_id_received_at_key ON public.registry_message USING btree (registry, message_id, received_at);
CREATE INDEX registry_message_unknown ON public.registry_message USING btree (received_at) WHERE ((outcome = 'unknown'::text) AND (settled_at IS NULL));
CREATE INDEX registry_message_waits ON public.registry_message USING btree (received_at) WHERE waits;
CREATE UNIQUE INDEX registry_password_pkey ON public.registry_password USING btree (registry);
CREATE UNIQUE INDEX registry_queue_pkey ON public.registry_queue USING btree (registry);
CREATE INDEX registry_review_failed ON public.registry_review USING btree (decided_at DESC) WHERE (state = 'failed'::text);
CREATE UNIQUE INDEX registry_review_pkey ON public.registry_review USING btree (domain, axis);
CREATE UNIQUE INDEX remittance_bank_reference_key ON public.remittance USING btree (bank_reference);
CREATE INDEX remittance_by_account ON public.remittance USING btree (account, announced_at DESC);
CREATE INDEX remittance_open ON public.remittance USING btree (announced_at) WHERE (state = 'announced'::text);
CREATE UNIQUE INDEX remittance_pkey ON public.remittance USING btree (id);
CREATE UNIQUE INDEX remittance_reference_key ON public.remittance USING btree (reference);
CREATE INDEX request_key_at ON public.request_key USING btree (at);
CREATE UNIQUE INDEX request_key_pkey ON public.request_key USING btree (account, key);
CREATE INDEX review_case_by_name ON public.review_case USING btree (account, for_name, submitted_at DESC) WHERE (for_name IS NOT NULL);
CREATE INDEX review_case_by_template ON public.review_case USING btree (template, submitted_at DESC);
CREATE INDEX review_case_heard ON public.review_case USING btree (decided_at DESC) WHERE (heard IS NOT NULL);
CREATE UNIQUE INDEX review_case_number_key ON public.review_case USING btree (number);
CREATE UNIQUE INDEX review_case_open ON public.review_case USING btree (template, axis, COALESCE(for_name, ''::text)) WHERE (state = ANY (ARRAY['waiting'::text, 'second'::text, 'provider'::text]));
CREATE UNIQUE INDEX review_case_pkey ON public.review_case USING btree (id);
CREATE INDEX review_case_queue ON public.review_case USING btree (axis, due_at, id) WHERE (state = ANY (ARRAY['waiting'::text, 'second'::text]));
CREATE INDEX review_event_by_case ON public.review_event USING btree (review_case, id);
CREATE UNIQUE INDEX review_event_pkey ON public.review_event USING btree (id);
CREATE INDEX sealed_item_by_master_key ON public.sealed_item USING btree (master_key);
CREATE UNIQUE INDEX sealed_item_pkey ON public.sealed_item USING btree (id);
CREATE INDEX sealed_item_unfinished_end ON public.sealed_item USING btree (keep_until) WHERE ((keep_until IS NOT NULL) AND (erased_at IS NULL));
CREATE INDEX service_number_by_account ON public.service_number USING btree (account, number);
CREATE INDEX service_number_by_product ON public.service_number USING btree (product);
CREATE UNIQUE INDEX service_number_pkey ON public.service_number USING btree (number);
CREATE INDEX service_number_reserved ON public.service_number USING btree (reserved_by) WHERE (reserved_by IS NOT NULL);
CREATE INDEX task_by_subject ON public.task USING btree (subject);
CREATE INDEX task_due ON public.task USING btree (run_at) WHERE (state = ANY (ARRAY['waiting'::text, 'executing'::text, 'unknown'::text]));
CREATE UNIQUE INDEX task_number_key ON public.task USING btree (number);
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (id);
CREATE UNIQUE INDEX task_step_pkey ON public.task_step USING btree (task, name);
CREATE INDEX ticket_by_account ON public.ticket USING btree (account, opened_at DESC);
CREATE INDEX ticket_message_by_ticket ON public.ticket_message USING btree (ticket, id);
CREATE UNIQUE INDEX ticket_message_pkey ON public.ticket_message USING btree (id);
CREATE UNIQUE INDEX ticket_number_key ON public.ticket USING btree (number);
CREATE UNIQUE INDEX ticket_open ON public.ticket USING btree (account, ascii) WHERE (state <> 'closed'::text);
CREATE UNIQUE INDEX ticket_pkey ON public.ticket USING btree (id);
CREATE INDEX ticket_queue ON public.ticket USING btree (due_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX upload_link_by_template ON public.upload_link USING btree (template);
CREATE UNIQUE INDEX upload_link_pkey ON public.upload_link USING btree (digest);
CREATE UNIQUE INDEX verification_code_of_label ON public.verification_code USING btree (account, label) WHERE (kind = 'domain'::text);
CREATE UNIQUE INDEX verification_code_of_template ON public.verification_code USING btree (template) WHERE (kind = 'real-name'::text);
CREATE UNIQUE INDEX verification_code_pkey ON public.verification_code USING btree (code);

-- functions
CREATE OR REPLACE FUNCTION public.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only', tg_table_name;
end $function$;
CREATE OR REPLACE FUNCTION public.audit_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'the audit log is append-only';
end $function$;
CREATE OR REPLACE FUNCTION public.catalog_change_kept()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'catalog_change is not deleted, it is withdrawn';
  end if;
  if (new.id, new.suffix, new.patch, new.from_day, new.until_day, new.made_by, new.made_at)
     is distinct from (old.id, old.suffix, old.patch, old.from_day, old.until_day, old.made_by, old.made_at)
     or (old.place is not null and new.place is distinct from old.place)
     or (old.withdrawn_on is not null and new.withdrawn_on is distinct from old.withdrawn_on) then
    raise exception 'what a catalog_change says is not edited';
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.catalog_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('catalog_changed', new.revision::text);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.contacts_fall_due()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update registry_contact set due = true where template = new.id;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.domain_of_filing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- '/' follows '.': everything that ends with a dot and this name.
  insert into filing_recheck (ascii)
  select new.ascii where exists (
    select from filing_domain where ended_at is null and (ascii = new.ascii
      or (reverse(ascii) collate "C" >= reverse(new.ascii) || '.' and reverse(ascii) collate "C" < reverse(new.ascii) || '/')));
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.domain_released()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('domain_released', new.variant_key);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.domain_taken()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('domain_taken', new.variant_key);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.domain_to_report()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into domain_report (ascii) values (new.ascii)
  on conflict (ascii) do update set
    revision = domain_report.revision + 1,
    state = case domain_report.state when 'sent' then 'sent' else 'due' end,
    again_at = null;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.filing_order_changed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_notify('task_changed', coalesce(new.filing_order, old.filing_order)::text);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.holder_to_report()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- In one order by everybody, so that two who change many never wait for each other.
  perform 1 from domain_report
  where ascii in (select ascii from domain where template = new.id and released_at is null) order by ascii for update;
  update domain_report set
    revision = revision + 1,
    state = case state when 'sent' then 'sent' else 'due' end,
    again_at = null
  where ascii in (select ascii from domain where template = new.id and released_at is null);
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.ledger_post(posting_key text, posting_kind text, posting_subject text, posted_at timestamp with time zone, accounts text[], amounts bigint[], covered boolean[])
 RETURNS text
 LANGUAGE plpgsql
AS $function$
declare
  posting_id bigint;
  line record;
  balance_after bigint;
  moved_accounts text[] := '{}';
  moved_fen bigint[] := '{}';
  balances bigint[] := '{}';
begin
  insert into ledger_posting (key, kind, subject, at) values (posting_key, posting_kind, posting_subject, posted_at)
    on conflict (key) do nothing returning id into posting_id;
  if posting_id is null then
    return 'known';
  end if;
  -- One order of locking for all: two postings over the same accounts cannot wait for each other in a circle.
  -- Within an account what comes in is there before what goes out.
  for line in
    select l.account, l.fen, l.covered from unnest(accounts, amounts, covered) as l (account, fen, covered) order by l.account collate "C", l.fen desc
  loop
    balance_after := null;
    if line.covered then
      update ledger_account set balance_fen = balance_fen + line.fen where id = line.account returning balance_fen into balance_after;
      if not found then
        insert into ledger_account (id, balance_fen, may_be_negative) values (line.account, line.fen, false)
          on conflict (id) do nothing;
        if found then
          balance_after := line.fen;
        else
          update ledger_account set balance_fen = balance_fen + line.fen where id = line.account returning balance_fen into balance_after;
        end if;
      end if;
    elsif not exists (select from ledger_account where id = line.account) then
      insert into ledger_account (id, balance_fen, may_be_negative) values (line.account, 0, true)
        on conflict (id) do nothing;
    end if;
    moved_accounts := array_append(moved_accounts, line.account);
    moved_fen := array_append(moved_fen, line.fen);
    balances := array_append(balances, balance_after);
  end loop;
  insert into ledger_entry (posting, account, fen, balance_after_fen)
    select posting_id, e.account, e.fen, e.balance
    from unnest(moved_accounts, moved_fen, balances) with ordinality as e (account, fen, balance, place) order by e.place;
  return 'posted';
exception
  -- ledger_account_covered: nothing of the posting stays, and the transaction may go on.
  when check_violation then
    return 'too-low';
end $function$;
CREATE OR REPLACE FUNCTION public.ledger_postings_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  touched bigint;
  total numeric;
begin
  -- One after the other: a join with the written rows would read the whole ledger.
  for touched in select distinct posting from written loop
    select sum(fen) into total from ledger_entry where posting = touched;
    if total <> 0 then
      raise exception 'posting % sums to %, not to zero', touched, total;
    end if;
  end loop;
  return null;
end $function$;
CREATE OR REPLACE FUNCTION public.name_identity(identity text, verified_at timestamp with time zone, decision text, decided_at timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case
    when decision is distinct from 'failed' then coalesce(identity, 'unverified')
    when identity = 'reviewing' then 'reviewing'
    when identity = 'verified' and verified_at > decided_at then 'reviewing'
    else 'failed'
  end
$function$;
CREATE OR REPLACE FUNCTION public.task_state_guard()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state in ('succeeded', 'failed') and new.state <> old.state then
    raise exception 'task % has ended as %', old.number, old.state;
  end if;
  if old.phase = 'failed' and new.phase = 'forward' then
    raise exception 'task % is giving back already', old.number;
  end if;
  return new;
end $function$;
CREATE OR REPLACE FUNCTION public.template_of_filing()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  changed text[] := array_remove(array[
    case when old.phone is distinct from new.phone then 'phone' end,
    case when old.email is distinct from new.email then 'email' end,
    case when (old.region, old.province_zh, old.city_zh, old.street_zh)
      is distinct from (new.region, new.province_zh, new.city_zh, new.street_zh) then 'address' end,
    case when old.contact_zh is distinct from new.contact_zh then 'principal' end,
    case when (old.name_zh, old.certificate_kind, old.identity_record)
      is distinct from (new.name_zh, new.certificate_kind, new.identity_record) then 'certificate' end], null);
begin
  if new.erased_at is not null or cardinality(changed) = 0 then return null; end if;
  insert into filing_recheck (subject, fields)
  select id, changed from filing_subject where template = new.id and state = 'filed';
  if 'certificate' = any (changed) then
    insert into filing_recheck (ascii)
    select domain.ascii from domain where template = new.id and released_at is null and exists (
      select from filing_domain where ended_at is null and (ascii = domain.ascii
        or (reverse(ascii) collate "C" >= reverse(domain.ascii) || '.' and reverse(ascii) collate "C" < reverse(domain.ascii) || '/')));
  end if;
  return null;
end $function$;

-- triggers
CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE ON public.audit_entry FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON public.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER catalog_change_kept BEFORE DELETE OR UPDATE ON public.catalog_change FOR EACH ROW EXECUTE FUNCTION catalog_change_kept();
CREATE TRIGGER catalog_changed AFTER UPDATE ON public.catalog_revision FOR EACH ROW EXECUTE FUNCTION catalog_changed();
CREATE TRIGGER deletion_append_only BEFORE DELETE OR UPDATE ON public.deletion FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER deletion_no_truncate BEFORE TRUNCATE ON public.deletion FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER domain_of_filing AFTER INSERT ON public.domain FOR EACH ROW EXECUTE FUNCTION domain_of_filing();
CREATE TRIGGER domain_of_filing_again AFTER UPDATE OF account, template, expires_at, released_at ON public.domain FOR EACH ROW WHEN (((((old.account IS DISTINCT FROM new.account) OR (old.template IS DISTINCT FROM new.template)) OR (old.expires_at IS DISTINCT FROM new.expires_at)) OR (old.released_at IS DISTINCT FROM new.released_at))) EXECUTE FUNCTION domain_of_filing();
CREATE TRIGGER domain_released AFTER UPDATE OF released_at ON public.domain FOR EACH ROW WHEN (((old.released_at IS NULL) AND (new.released_at IS NOT NULL))) EXECUTE FUNCTION domain_released();
CREATE TRIGGER domain_taken AFTER INSERT ON public.domain FOR EACH ROW WHEN ((new.released_at IS NULL)) EXECUTE FUNCTION domain_taken();
CREATE TRIGGER domain_taken_again AFTER UPDATE OF released_at ON public.domain FOR EACH ROW WHEN (((old.released_at IS NOT NULL) AND (new.released_at IS NULL))) EXECUTE FUNCTION domain_taken();
CREATE TRIGGER domain_to_report AFTER INSERT ON public.domain FOR EACH ROW EXECUTE FUNCTION domain_to_report();
CREATE TRIGGER domain_to_report_again AFTER UPDATE OF template, registered_at, expires_at, nameservers, front, released_at ON public.domain FOR EACH ROW WHEN (((((((old.template IS DISTINCT FROM new.template) OR (old.registered_at IS DISTINCT FROM new.registered_at)) OR (old.expires_at IS DISTINCT FROM new.expires_at)) OR (old.nameservers IS DISTINCT FROM new.nameservers)) OR (old.front IS DISTINCT FROM new.front)) OR (old.released_at IS DISTINCT FROM new.released_at))) EXECUTE FUNCTION domain_to_report();
CREATE TRIGGER filing_check_changed AFTER INSERT OR UPDATE ON public.filing_check FOR EACH ROW EXECUTE FUNCTION filing_order_changed();
CREATE TRIGGER filing_event_changed AFTER INSERT ON public.filing_event FOR EACH ROW EXECUTE FUNCTION filing_order_changed();
CREATE TRIGGER filing_paper_changed AFTER INSERT OR UPDATE ON public.filing_paper FOR EACH ROW EXECUTE FUNCTION filing_order_changed();
CREATE TRIGGER filing_zone_record_changed AFTER INSERT OR UPDATE ON public.filing_zone_record FOR EACH ROW EXECUTE FUNCTION filing_order_changed();
CREATE TRIGGER ledger_entry_append_only BEFORE DELETE OR UPDATE ON public.ledger_entry FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_entry_no_truncate BEFORE TRUNCATE ON public.ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_postings_balance AFTER INSERT ON public.ledger_entry REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION ledger_postings_balance();
CREATE TRIGGER ledger_posting_append_only BEFORE DELETE OR UPDATE ON public.ledger_posting FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER ledger_posting_no_truncate BEFORE TRUNCATE ON public.ledger_posting FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER promotion_terms_append_only BEFORE DELETE OR UPDATE ON public.promotion_terms FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER holder_to_report AFTER UPDATE OF revision ON public.registrant_template FOR EACH ROW WHEN ((old.revision IS DISTINCT FROM new.revision)) EXECUTE FUNCTION holder_to_report();
CREATE TRIGGER registrant_template_corrected AFTER UPDATE OF revision, verified_at ON public.registrant_template FOR EACH ROW WHEN (((old.revision IS DISTINCT FROM new.revision) OR (old.verified_at IS DISTINCT FROM new.verified_at))) EXECUTE FUNCTION contacts_fall_due();
CREATE TRIGGER template_of_filing AFTER UPDATE OF revision ON public.registrant_template FOR EACH ROW WHEN ((old.revision IS DISTINCT FROM new.revision)) EXECUTE FUNCTION template_of_filing();
CREATE TRIGGER task_state_guard BEFORE UPDATE ON public.task FOR EACH ROW EXECUTE FUNCTION task_state_guard();
CREATE TRIGGER task_step_append_only BEFORE DELETE OR UPDATE ON public.task_step FOR EACH ROW EXECUTE FUNCTION append_only();
CREATE TRIGGER task_step_no_truncate BEFORE TRUNCATE ON public.task_step FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER ticket_message_append_only BEFORE DELETE OR UPDATE ON public.ticket_message FOR EACH ROW EXECUTE FUNCTION append_only();
