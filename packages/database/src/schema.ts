// Made from the migrated database by `npm run schema`. Do not edit: change a migration and make it again.
import type { ColumnType } from "kysely";

/** A column that the database fills where the writer does not. */
type ByDefault<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

/** A column that only the database fills. */
type ByDatabase<T> = T extends ColumnType<infer S, unknown, unknown> ? ColumnType<S, never, never> : ColumnType<T, never, never>;

/** A JSON value. It is written as text, so that a list is never taken for an SQL array. */
type Json = ColumnType<JsonValue, string, string>;
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A moment: read as a Date, written as a Date or an ISO 8601 text with its offset. */
type Moment = ColumnType<Date, Date | string, Date | string>;

/** What entries are about and what is decided on: one health fair series, one grant, one class. Entries name one. */
type Activities = {
  system_id: string;
  activity_id: string;
  program_id: string | null;
  facility_id: string | null;
  name: string;
  indirect_basis: "hospital" | "research" | "community" | null;
  made_by: string;
  made_at: Moment;
};

/** append-only. Whether an activity counts as community benefit in a year: the answers, what the rules made of them, and who looked at it. The last one counts. */
type ActivityDecisions = {
  system_id: string;
  activity_id: string;
  fiscal_year: number;
  seq: number;
  answers: Json;
  outcome: "counts" | "counts-partly" | "community-building" | "narrative-only" | "does-not-count";
  share_basis_points: number;
  /** The category of the Catholic Health Association, such as A1 or F8; null where nothing counts. */
  category: string | null;
  reason: string;
  rule_version: string;
  evidence: ByDefault<string[]>;
  decided_by: string;
  decided_at: Moment;
  reviewed_by: string | null;
};

/** append-only. Applications for financial assistance, counted as 210 ILCS 76/22 asks for them; small counts are withheld where they are shown. */
type AssistanceCounts = {
  system_id: string;
  facility_id: string;
  fiscal_year: number;
  seq: number;
  outcome: "submitted-complete" | "submitted-incomplete" | "approved" | "denied" | "screening-declined" | "screening-ignored";
  dimension: "all" | "reason" | "race" | "ethnicity" | "sex" | "language";
  answer: string;
  people: number;
};

/** append-only. Every command, every read of a person's record, every export, and what was refused: who, what, when, from where and why. */
type AuditEntries = {
  system_id: string;
  entry_id: string;
  /** To the millisecond, as programs hold a moment: what is finer would not be in the hash. */
  at: Moment;
  kind: "command" | "read" | "export" | "refused";
  name: string;
  person_id: string | null;
  actor: string;
  keys: string[];
  subject: string | null;
  /** What is needed to know what was done; never a password, a token or the content of a file. */
  facts: Json;
  channel: "web" | "command line" | "job";
  from_address: string | null;
  request_id: string | null;
  why: string;
};

/** append-only. The chain over the audit: each hash is of the hash before it and of this link. Links stay where entries are removed by the rule of retention. */
type AuditLinks = {
  system_id: string;
  seq: number;
  entry_id: string;
  /** The moment of the entry, so that an entry that was removed is known to have been old enough. */
  at: Moment;
  /** Of the whole entry. It stands in for an entry that was removed, so that every link can still be computed. */
  entry_hash: string;
  hash: string;
};

/** Entries that are written and not yet joined to the chain: so the next link is found without looking through them all. */
type AuditWaiting = {
  system_id: string;
  entry_id: string;
};

/** append-only. The outline of a place: an RFC 7946 MultiPolygon, longitude and latitude in degrees. */
type Boundaries = {
  system_id: string;
  dataset_id: string;
  place_id: string;
  geometry: Json;
  line: number;
};

/** append-only. A sentence that states a number in public, to be held against what the data say now. */
type Claims = {
  system_id: string;
  claim_id: string;
  version: number;
  text_en: string;
  text_es: string;
  said_by: string;
  said_in_year: number;
  source: string;
  indicator: string;
  /** Null, with low_place_id, where the pair of places is not one that the data here can measure. */
  high_place_id: string | null;
  low_place_id: string | null;
  claimed_value: number;
  /** The year that the number is of, where whoever said it told so. */
  measured_year: number | null;
  note_en: string | null;
  note_es: string | null;
};

/** The hospital systems that take part in a collaborative, from when and until when. A member need not be a tenant here. */
type CollaborativeMembers = {
  system_id: string;
  member_slug: string;
  member_name: string;
  joined_on: string;
  left_on: string | null;
};

/** append-only. What people said about a record. */
type Comments = {
  system_id: string;
  record_id: string;
  seq: number;
  person_id: string;
  said: string;
  said_at: Moment;
};

/** append-only. How much of one place lies in another, by people living there, or 1 where the whole of it does. */
type CrosswalkLinks = {
  system_id: string;
  dataset_id: string;
  from_place_id: string;
  to_place_id: string;
  weight: number;
  line: number;
};

/** append-only. One file, read once by one version of one source. The same file twice is one dataset. */
type Datasets = {
  system_id: string;
  /** Source key, a dash, and the first 12 hexadecimal digits of the fingerprint (and -vN from the second source version on). */
  dataset_id: string;
  source_key: string;
  source_version: number;
  /** SHA-256 of the bytes of the file as it came. */
  fingerprint: string;
  file_name: string;
  byte_size: number;
  /** published: by the body named; reported: told by another; office: counted by this office; synthetic: made by a generator. */
  origin: "published" | "reported" | "office" | "synthetic";
  publisher: string;
  data_set: string;
  rows_read: number;
  rows_kept: number;
  doubtful: number;
  /** SHA-256 over all rows kept, in order: proves that what is stored is what was read. */
  rows_fingerprint: string;
  loaded_by: string;
  loaded_at: Moment;
};

/** A department of a facility: hourly rates and hours are kept by department. */
type Departments = {
  system_id: string;
  department_id: string;
  facility_id: string;
  name: string;
};

/** append-only. Whether a doubtful value may be published, decided by a person with a reason; the last one counts. */
type DoubtDecisions = {
  system_id: string;
  dataset_id: string;
  observation_no: number;
  seq: number;
  decision: "publish" | "withhold";
  reason: string;
  decided_by: string;
  decided_at: Moment;
};

/** Which migrations this database has had, with the fingerprint each file had then; append-only. */
type EvenspanMigrations = {
  number: number;
  name: string;
  sha256: string;
  applied_at: ByDefault<Moment>;
};

/** A hospital or other licensed place of a system. Reports and forms are filed by facility or by groups of them. */
type Facilities = {
  system_id: string;
  facility_id: string;
  name: string;
  city: string;
  source: string;
};

/** append-only. Amounts of a hospital's year that come from its accounts and not from entries: total expense, gross charges, taxes, bad debt, Medicare, net patient revenue, ratios; in cents. The last one counts. */
type FacilityYears = {
  system_id: string;
  facility_id: string;
  fiscal_year: number;
  seq: number;
  amounts: Json;
  source: string;
  said_by: string;
  said_at: Moment;
};

/** append-only. What a figure was made from: a dataset, or another figure of the same release. */
type FigureInputs = {
  system_id: string;
  release_id: string;
  figure_id: string;
  seq: number;
  dataset_id: string | null;
  input_figure_id: string | null;
};

/** append-only. A number with its proof, as one release says it; the whole of it stands in the release's figures.ndjson. */
type Figures = {
  system_id: string;
  release_id: string;
  figure_id: string;
  indicator: string;
  subject: string;
  state: "shown" | "suppressed" | "unreliable" | "missing" | "not-collected" | "not-applicable";
  value: number | null;
  /** A dataset that it rests on, never null: there is no figure without a source. */
  first_dataset_id: string;
};

/** append-only. What the office puts on its first page: the line, the goal and three numbers; the last version counts. */
type FrontPages = {
  system_id: string;
  version: number;
  line_place_set_id: string;
  line_version: number;
  goal_id: string;
  /** Three of { figure, label: { en, es }, remark: { en, es } or null }. */
  numbers: Json;
};

/** append-only. A promise about a gap: by target_year it is target_share of what it was in the baseline year, as one named dataset tells it. */
type Goals = {
  system_id: string;
  goal_id: string;
  version: number;
  title_en: string;
  title_es: string;
  indicator: string;
  high_place_id: string;
  low_place_id: string;
  baseline_year: number;
  /** The vintage that the baseline is frozen to: a later revision of the same year does not move the goal. */
  baseline_dataset_id: string;
  target_share: number;
  target_year: number;
  source: string;
  adopted_on: string;
};

/** append-only. What an hour of paid time costs, by class and from a day on; of two for one day the later said counts, for entries posted after it. */
type HourlyRates = {
  system_id: string;
  rate_class: string;
  from_on: string;
  seq: number;
  department_id: string | null;
  cents_per_hour: number;
  fringe_basis_points: number;
  source: string;
  set_by: string;
  set_at: Moment;
};

/** Where a system's own people sign in (OpenID Connect or SAML 2.0). A client secret is sealed with the office's key. */
type IdentityProviders = {
  system_id: string;
  provider_id: string;
  kind: "oidc" | "saml";
  name: string;
  settings: Json;
  sealed_secret: Buffer | null;
  enabled: boolean;
};

/** append-only. How the columns of an office's own file are read, kept by source; the last one counts. */
type ImportMappings = {
  system_id: string;
  source_key: string;
  seq: number;
  mapping: Json;
  saved_by: string;
  saved_at: Moment;
};

/** append-only. Indirect cost as a share of direct cost, up to three kinds, from a day on, with where it was worked out. */
type IndirectRates = {
  system_id: string;
  basis: "hospital" | "research" | "community";
  from_on: string;
  seq: number;
  basis_points: number;
  source: string;
  set_by: string;
  set_at: Moment;
};

/** Long work: who asked for it with which keys, how far it is, and how it ended. It runs with those keys of who asked that the person still has. A program that runs one holds a lock on it, which ends with the program. */
type Jobs = {
  system_id: string;
  job_id: string;
  kind: string;
  input: Json;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  done_share: ByDefault<number>;
  /** What is being done, or why it failed, in a sentence. */
  said_en: string | null;
  said_es: string | null;
  outcome: Json | null;
  person_id: string | null;
  actor: string;
  keys: string[];
  asked_at: Moment;
  begun_at: Moment | null;
  ended_at: Moment | null;
  cancel_asked_at: Moment | null;
  tries: ByDefault<number>;
};

/** What was typed into a form when the session had ended, until the person has signed in again. Passwords are never among it. */
type KeptForms = {
  system_id: string;
  token_hash: string;
  page: string;
  fields: Json;
  kept_at: Moment;
  expires_at: Moment;
};

/** append-only. What happened on a day at a facility: time, money, goods, space, loans, purchases, hires, people reached. Nothing here belongs to a regime. */
type LedgerEntries = {
  system_id: string;
  entry_no: number;
  facility_id: string;
  fiscal_year: number;
  happened_on: string;
  kind: "paid-time" | "unpaid-time" | "cash" | "goods" | "space" | "foregone-charges" | "offset" | "loan" | "repayment" | "purchase" | "hire" | "people";
  activity_id: string | null;
  /** Cost in whole cents; of paid time, minutes at the rate in force, worked out once when it was posted. Negative in a reversal. 0 where the entry has no money. */
  amount_cents: number;
  minutes: number;
  /** Different people reached, as counted by who reports it; encounters are kept apart and the two are never added. */
  people: number;
  encounters: number;
  is_assigned: boolean | null;
  on_paid_time: boolean | null;
  is_restricted: boolean | null;
  giver: "student" | "resident" | "faculty" | "staff" | "board" | "community" | null;
  rate_class: string | null;
  /** Where: of a hire the residence at the time of hire, of a purchase the operating address, else where it happened. */
  place_id: string | null;
  tier:  | null;
  is_addressable: boolean | null;
  certificate: string | null;
  wage_cents_per_hour: number | null;
  is_impact: boolean | null;
  counterparty: string | null;
  note: string | null;
  /** The entry that this one takes back. An entry is taken back once. */
  reverses_no: number | null;
  import_id: string | null;
  line: number | null;
  posted_by: string;
  posted_at: Moment;
};

/** append-only. Files whose rows were posted, each once and whole, with how its columns were read. */
type LedgerImports = {
  system_id: string;
  import_id: string;
  source_key: string;
  fingerprint: string;
  file_name: string;
  mapping: Json;
  rows_posted: number;
  posted_by: string;
  posted_at: Moment;
};

/** Mail to be sent: written by the command that causes it, in its transaction, and sent afterwards until it is taken. The body is emptied once it is sent. */
type Letters = {
  system_id: string;
  letter_id: string;
  to_address: string;
  language: "en" | "es";
  subject: string;
  body_text: string;
  made_at: Moment;
  tries: ByDefault<number>;
  try_after: Moment;
  sent_at: Moment | null;
  failure: string | null;
};

/** How a person wants to be told; daily where nothing was chosen. */
type NoticeChoices = {
  system_id: string;
  person_id: string;
  mail: "at-once" | "daily" | "never";
};

/** Something that a person should know of a record; mailed at once or in the day's digest. One of a kind is enough until it is read or mailed. */
type Notices = {
  system_id: string;
  notice_id: string;
  person_id: string;
  record_id: string;
  about: "your-turn" | "comment" | "changed" | "late";
  made_at: Moment;
  read_at: Moment | null;
  mailed_at: Moment | null;
};

/** append-only. What a file says: one measured value of one place, period, sex, age band and cause. */
type Observations = {
  system_id: string;
  dataset_id: string;
  observation_no: number;
  measure: string;
  place_id: string;
  year_from: number;
  year_to: number;
  sex: "all" | "female" | "male";
  age_from: number;
  /** First age no longer in the band, in completed years; null where the band is open (85+). */
  age_below: number | null;
  cause: string;
  /** shown has a value; all other states have none. The state is the publisher's. */
  state: "shown" | "suppressed" | "unreliable" | "missing" | "not-collected" | "not-applicable";
  value: number | null;
  lower: number | null;
  upper: number | null;
  /** Why the value must not be published without a decision, such as estimate-outside-interval. */
  doubt: string | null;
  /** Who published it and where, in a file that tells this row by row; else null: then the dataset says it. */
  said_by: string | null;
  /** The line of the file where it stands (the first one, where several lines were counted together). */
  line: number;
};

/** Links sent by mail, each good once and for a while: an invitation, a new password, a partner's way in. Only the SHA-256 of the token is kept. */
type OneTimeLinks = {
  system_id: string;
  token_hash: string;
  purpose: "invitation" | "password-reset" | "sign-in";
  person_id: string;
  made_by: string;
  made_at: Moment;
  expires_at: Moment;
  used_at: Moment | null;
  withdrawn_at: Moment | null;
  /** When it was first followed after it had ended: that is written into the audit once. */
  refused_at: Moment | null;
};

/** An organization outside the system that works with the office, such as a block club or a school. */
type PartnerOrganizations = {
  system_id: string;
  partner_id: string;
  name: string;
  email: string | null;
  ended_on: string | null;
};

/** The argon2id hash of a person's password. Replaced, never kept. */
type Passwords = {
  system_id: string;
  person_id: string;
  hash: string;
  set_at: Moment;
};

/** Those who may sign in. Seen by the office's own people and by the person; the key sign-in finds one by address. */
type People = {
  system_id: string;
  person_id: string;
  name: string;
  email: string;
  language: ByDefault<"en" | "es">;
  made_at: Moment;
  deactivated_at: Moment | null;
};

/** append-only. A year of a facility is closed, or opened again for a restatement, with the reason; the last one counts. */
type PeriodLocks = {
  system_id: string;
  facility_id: string;
  fiscal_year: number;
  seq: number;
  action: "locked" | "reopened";
  reason: string;
  done_by: string;
  done_at: Moment;
};

/** Other names that residents and files use for a place, lower case, with why. One alias may name several places. */
type PlaceAliases = {
  alias: string;
  place_id: string;
  note: string;
};

/** append-only. The places of one version of a set, in the order the office chose (the stops of the line). */
type PlaceSetMembers = {
  system_id: string;
  place_set_id: string;
  version: number;
  position: number;
  place_id: string;
};

/** append-only. A named list of places that an office decided on ("the West Side"), by version, with the reason and the source. */
type PlaceSets = {
  system_id: string;
  place_set_id: string;
  version: number;
  name_en: string;
  name_es: string;
  reason_en: string;
  reason_es: string;
  source: string;
  adopted_on: string;
};

/** Places that are named and few, shared by all systems. Tracts and ZIP codes are known by their codes and have no row. */
type Places = {
  /** kind:code, such as area:26 (West Garfield Park), city:chicago, nation:us. */
  place_id: string;
  kind: "nation" | "city" | "municipality" | "area" | "county";
  code: string;
  name: string;
  /** The side of the city that an area belongs to, as Chicago names its nine sides. */
  side: string | null;
};

/** append-only. What is said of a program: goals with baseline, target, forecast and owner; funders with restriction; places served; needs; reach. */
type ProgramFacts = {
  system_id: string;
  program_id: string;
  seq: number;
  kind: "goal" | "funder" | "place" | "need" | "service" | "population" | "partner" | "reach";
  fact: Json;
  said_by: string;
  said_at: Moment;
  /** The earlier fact that this one takes back or replaces. */
  withdrawn_seq: number | null;
};

/** append-only. The stages a program went through, with the evidence for each move; the last one counts. */
type ProgramStages = {
  system_id: string;
  program_id: string;
  seq: number;
  stage: "idea" | "pilot" | "scaling" | "sustained" | "paused" | "ended";
  on_day: string;
  evidence: string;
  said_by: string;
  said_at: Moment;
};

/** What the office does over years: its portfolio. Stages, goals, funding, places and needs are kept beside it, each as it was said. */
type Programs = {
  system_id: string;
  program_id: string;
  facility_id: string | null;
  name_en: string;
  name_es: string;
  purpose_en: string;
  purpose_es: string;
  pillar: string;
  owner_person_id: string | null;
  began_on: string;
};

/** SAML assertions that were taken, so that none is taken twice. Never changed, and removed after 90 days: they are good for minutes. */
type ProviderAssertions = {
  system_id: string;
  provider_id: string;
  assertion_hash: string;
  seen_at: Moment;
};

/** Sign-ins under way at a provider: what was sent (code verifier, nonce or request id), sealed; each answered once, and cleared away a day after. */
type ProviderSignIns = {
  system_id: string;
  state_hash: string;
  provider_id: string;
  sealed_request: Buffer;
  return_to: string;
  made_at: Moment;
  expires_at: Moment;
  used_at: Moment | null;
};

/** Who a person is at a provider, by the provider's own unchanging identifier: one a person, so that a mail address that is passed on does not pass on the person. */
type ProviderSubjects = {
  system_id: string;
  provider_id: string;
  subject: string;
  person_id: string;
  linked_at: Moment;
};

/** append-only. A file that was added to a record, under the name it came with. */
type RecordFiles = {
  system_id: string;
  record_id: string;
  seq: number;
  fingerprint: string;
  file_name: string;
  person_id: string;
  added_at: Moment;
};

/** append-only. What a key opens or has opened: kinds, states and facilities of records. So a list knows what there is to choose from without reading the records, and reads nothing of which its person may see none. */
type RecordOpenings = {
  system_id: string;
  lock: string;
  kind: string;
  state: string;
  facility_key: string;
};

/** Records that are open to one person or one partner organization, one row a key: how those few are found among many. */
type RecordOwnKeys = {
  system_id: string;
  key: string;
  record_id: string;
};

/** Whose turn it is, one row a key: what a worklist is read from, late first and then what waits longest. */
type RecordTurns = {
  system_id: string;
  key: string;
  record_id: string;
  waited_until: string;
  since: Moment;
};

/** What records are found by. Only rows that hold what the transaction asked for are seen: PostgreSQL uses no index for a condition that could tell of a row which a policy hides, and so the condition is part of the policy. */
type RecordWords = {
  system_id: string;
  record_id: string;
  /** As the record has them. */
  locks: string[];
  words: string;
};

/** One row for each thing of the office's work that people find, list and wait for: a release, an event, an entry. Kept by the command that changes the thing. */
type Records = {
  system_id: string;
  /** kind:key, such as release:0123abcd. */
  record_id: string;
  kind: string;
  facility_id: string | null;
  title: string;
  /** The title in Spanish, where it is written in both languages; title is then the English one. */
  title_es: string | null;
  /** What it can be found by beside its title. */
  words: ByDefault<string>;
  state: string;
  /** Keys (role@scope, person:<uuid>) any one of which shows this row. The key keeper is always among them: it is held for as long as a command keeps the row. */
  locks: string[];
  /** Keys of those whose turn it is; empty where nobody is waited for. */
  turn: ByDefault<string[]>;
  /** What is to be done next, as the code of a message; null where nothing is. */
  next_step: string | null;
  due_on: string | null;
  /** Since when it stands in this state. */
  since: Moment;
  /** To the millisecond, as the mark of a page holds it. */
  changed_at: Moment;
  /** The facility, or empty for none: what indexes hold. */
  facility_key: ByDatabase<string>;
  /** The title in small letters without accents: the order of lists by title. */
  folded: ByDatabase<string>;
  /** The day by which it should be done, while someone is waited for; infinity where there is none: the order of lists by day. */
  waited_until: ByDatabase<string>;
};

/** Codes that stand in for an authenticator that was lost, each good once; only their SHA-256 is kept. */
type RecoveryCodes = {
  system_id: string;
  person_id: string;
  code_hash: string;
  made_at: Moment;
  used_at: Moment | null;
};

/** append-only. What was done with a release, by whom; its state is read from the last row. */
type ReleaseActions = {
  system_id: string;
  release_id: string;
  seq: number;
  action: "built" | "signed" | "published" | "withdrawn";
  note: string;
  done_by: string;
  done_at: Moment;
  /** Who did it, where that person had signed in; names can be alike, and can be changed. */
  done_by_person: string | null;
};

/** append-only. The files of a release, as they are downloaded; manifest.json lists the others by path and SHA-256. */
type ReleaseDocuments = {
  system_id: string;
  release_id: string;
  path: string;
  media_type: string;
  sha256: string;
  body: Buffer;
};

/** append-only. What was or may be published, whole: named by the SHA-256 of its manifest. */
type Releases = {
  system_id: string;
  release_id: string;
  /** Counts builds for people to name them by; not part of the content. */
  number: number;
};

/** Which facility belongs to a report group, from when and until when. */
type ReportGroupFacilities = {
  system_id: string;
  report_group_id: string;
  facility_id: string;
  from_on: string;
  until_on: string | null;
};

/** Facilities that report together, such as two hospitals with one needs assessment. */
type ReportGroups = {
  system_id: string;
  report_group_id: string;
  name: string;
};

/** append-only. A role that a person was given: for the whole system, for one facility, or for one partner organization. */
type RoleGrants = {
  system_id: string;
  grant_id: string;
  person_id: string;
  role: "administrator" | "office-staff" | "program-lead" | "finance" | "analyst" | "clinic-staff" | "reviewer" | "volunteer" | "partner";
  facility_id: string | null;
  partner_id: string | null;
  granted_by: string;
  granted_at: Moment;
};

/** append-only. A role that was taken back. A role counts while no row here names its grant. */
type RoleRevocations = {
  system_id: string;
  grant_id: string;
  revoked_by: string;
  revoked_at: Moment;
  reason: string;
};

/** A list as a person likes to see it: the filters and order of its address, under a name. */
type SavedViews = {
  system_id: string;
  person_id: string;
  view_id: string;
  page: string;
  name: string;
  query: string;
  saved_at: Moment;
};

/** The secret of a person's authenticator (TOTP, RFC 6238), sealed with the office's key. */
type SecondFactors = {
  system_id: string;
  person_id: string;
  sealed_secret: Buffer;
  confirmed_at: Moment;
  /** The last time step whose code was taken: a code is taken once. */
  last_step: number;
};

/** Who is signed in. The token is opaque and only its SHA-256 is kept; a session ends when idle, when old, or when revoked. */
type Sessions = {
  system_id: string;
  token_hash: string;
  /** Names the session in lists; it stays when the token is changed. */
  session_id: string;
  person_id: string;
  strength: "password" | "link" | "provider" | "second-factor";
  begun_at: Moment;
  seen_at: Moment;
  /** The absolute end, however busy the session is. */
  expires_at: Moment;
  from_address: string;
  device: string;
  /** Wrong codes given since the last right one; too many end the session. */
  wrong_codes: ByDefault<number>;
  /** When a code of the authenticator or a recovery code was last given in this session. */
  code_given_at: Moment | null;
  /** The secret of an authenticator that is being set up in this session, sealed, until a first code confirms it. */
  sealed_secret: Buffer | null;
  ended_at: Moment | null;
  ended_why: string | null;
};

/** Tries to sign in, by a hash of the mail address that was typed: counted for the pause after too many, whether or not there is such an account. Never changed, and removed after 90 days. */
type SignInAttempts = {
  system_id: string;
  attempt_id: string;
  account_hash: string;
  /** Where it came from: an IPv4 address, or the first half of an IPv6 address; empty where nobody knows. */
  from_address: string;
  /** What was tried; noted where it only says that a pause, or a provider that does not answer, was written into the audit, so that it is written once. */
  step: "password" | "second-factor" | "recovery-code" | "link" | "password-reset" | "noted";
  /** Each try is written as false before it is looked at, and once more as true if it was right. */
  succeeded: boolean;
  at: Moment;
};

/** append-only. Files by the SHA-256 of their content, with the type that their first bytes tell. What a scan found unsafe is not stored. */
type StoredFiles = {
  system_id: string;
  fingerprint: string;
  media_type: string;
  byte_size: number;
  bytes: Buffer;
  scan: "clean" | "not scanned";
  stored_at: Moment;
};

/** A tenant: one hospital system, or a collaborative of them. Names are public. */
type Systems = {
  system_id: string;
  slug: string;
  name: string;
  /** True where the work shown is invented; every page then says so. */
  demonstration: ByDefault<boolean>;
  created_at: ByDefault<Moment>;
  /** A collaborative is a tenant of its own, whose members are other systems. */
  kind: ByDefault<"system" | "collaborative">;
  /** The last month of the fiscal year; the year is named after the calendar year in which it ends. */
  fiscal_year_end_month: ByDefault<number>;
};

/** Every table and view, by name. */
export type Database = {
  activities: Activities;
  activity_decisions: ActivityDecisions;
  assistance_counts: AssistanceCounts;
  audit_entries: AuditEntries;
  audit_links: AuditLinks;
  audit_waiting: AuditWaiting;
  boundaries: Boundaries;
  claims: Claims;
  collaborative_members: CollaborativeMembers;
  comments: Comments;
  crosswalk_links: CrosswalkLinks;
  datasets: Datasets;
  departments: Departments;
  doubt_decisions: DoubtDecisions;
  evenspan_migrations: EvenspanMigrations;
  facilities: Facilities;
  facility_years: FacilityYears;
  figure_inputs: FigureInputs;
  figures: Figures;
  front_pages: FrontPages;
  goals: Goals;
  hourly_rates: HourlyRates;
  identity_providers: IdentityProviders;
  import_mappings: ImportMappings;
  indirect_rates: IndirectRates;
  jobs: Jobs;
  kept_forms: KeptForms;
  ledger_entries: LedgerEntries;
  ledger_imports: LedgerImports;
  letters: Letters;
  notice_choices: NoticeChoices;
  notices: Notices;
  observations: Observations;
  one_time_links: OneTimeLinks;
  partner_organizations: PartnerOrganizations;
  passwords: Passwords;
  people: People;
  period_locks: PeriodLocks;
  place_aliases: PlaceAliases;
  place_set_members: PlaceSetMembers;
  place_sets: PlaceSets;
  places: Places;
  program_facts: ProgramFacts;
  program_stages: ProgramStages;
  programs: Programs;
  provider_assertions: ProviderAssertions;
  provider_sign_ins: ProviderSignIns;
  provider_subjects: ProviderSubjects;
  record_files: RecordFiles;
  record_openings: RecordOpenings;
  record_own_keys: RecordOwnKeys;
  record_turns: RecordTurns;
  record_words: RecordWords;
  records: Records;
  recovery_codes: RecoveryCodes;
  release_actions: ReleaseActions;
  release_documents: ReleaseDocuments;
  releases: Releases;
  report_group_facilities: ReportGroupFacilities;
  report_groups: ReportGroups;
  role_grants: RoleGrants;
  role_revocations: RoleRevocations;
  saved_views: SavedViews;
  second_factors: SecondFactors;
  sessions: Sessions;
  sign_in_attempts: SignInAttempts;
  stored_files: StoredFiles;
  systems: Systems;
};
