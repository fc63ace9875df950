// Made from the migrated database by `npm run schema`. Do not edit: change a migration and make it again.
import type { ColumnType } from "kysely";

/** A column that the database fills where the writer does not. */
type ByDefault<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

/** A JSON value. It is written as text, so that a list is never taken for an SQL array. */
type Json = ColumnType<JsonValue, string, string>;
type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** A moment: read as a Date, written as a Date or an ISO 8601 text with its offset. */
type Moment = ColumnType<Date, Date | string, Date | string>;

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

/** append-only. What was done with a release, by whom; its state is read from the last row. */
type ReleaseActions = {
  system_id: string;
  release_id: string;
  seq: number;
  action: "built" | "signed" | "published" | "withdrawn";
  note: string;
  done_by: string;
  done_at: Moment;
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

/** A tenant: one hospital system, or a collaborative of them. Names are public. */
type Systems = {
  system_id: string;
  slug: string;
  name: string;
  /** True where the work shown is invented; every page then says so. */
  demonstration: ByDefault<boolean>;
  created_at: ByDefault<Moment>;
};

/** Every table and view, by name. */
export type Database = {
  boundaries: Boundaries;
  claims: Claims;
  crosswalk_links: CrosswalkLinks;
  datasets: Datasets;
  doubt_decisions: DoubtDecisions;
  evenspan_migrations: EvenspanMigrations;
  facilities: Facilities;
  figure_inputs: FigureInputs;
  figures: Figures;
  front_pages: FrontPages;
  goals: Goals;
  observations: Observations;
  place_aliases: PlaceAliases;
  place_set_members: PlaceSetMembers;
  place_sets: PlaceSets;
  places: Places;
  release_actions: ReleaseActions;
  release_documents: ReleaseDocuments;
  releases: Releases;
  systems: Systems;
};
