-- The ground: tenants, places, datasets and releases.
--
-- Every tenant table has system_id first in its key and row-level security, enabled and forced.
-- The tenant is set for each transaction by: set local evenspan.system = '<uuid>'.
-- A policy reads it with missing_ok and nullif (a pooled connection keeps '' after the transaction), so that no context shows no rows.
-- What may only grow says "append-only" in its comment and grants no UPDATE or DELETE.

create table systems (
  system_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  name text not null check (name <> ''),
  demonstration boolean not null default false,
  created_at timestamptz not null default now()
);
comment on table systems is 'A tenant: one hospital system, or a collaborative of them. Names are public.';
comment on column systems.demonstration is 'True where the work shown is invented; every page then says so.';
alter table systems enable row level security;
alter table systems force row level security;
create policy systems_are_public on systems for select using (true);
create policy systems_make on systems for insert to evenspan_app
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select on systems to evenspan_app, evenspan_reader;
grant insert on systems to evenspan_app;

create table facilities (
  system_id uuid not null references systems,
  facility_id text not null check (facility_id ~ '^[a-z][a-z0-9-]*$'),
  name text not null,
  city text not null,
  source text not null,
  primary key (system_id, facility_id)
);
comment on table facilities is 'A hospital or other licensed place of a system. Reports and forms are filed by facility or by groups of them.';
alter table facilities enable row level security;
alter table facilities force row level security;
create policy facilities_of_system on facilities
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert, update on facilities to evenspan_app;

create table places (
  place_id text primary key check (place_id ~ '^[a-z]+:[0-9a-z-]+$'),
  kind text not null check (kind in ('nation', 'city', 'municipality', 'area', 'county')),
  code text not null,
  name text not null,
  side text
);
comment on table places is 'Places that are named and few, shared by all systems. Tracts and ZIP codes are known by their codes and have no row.';
comment on column places.place_id is 'kind:code, such as area:26 (West Garfield Park), city:chicago, nation:us.';
comment on column places.side is 'The side of the city that an area belongs to, as Chicago names its nine sides.';
grant select on places to evenspan_app, evenspan_reader;

create table place_aliases (
  alias text not null,
  place_id text not null references places,
  note text not null,
  primary key (alias, place_id)
);
comment on table place_aliases is 'Other names that residents and files use for a place, lower case, with why. One alias may name several places.';
grant select on place_aliases to evenspan_app, evenspan_reader;

create table place_sets (
  system_id uuid not null references systems,
  place_set_id text not null check (place_set_id ~ '^[a-z][a-z0-9-]*$'),
  version integer not null check (version >= 1),
  name_en text not null,
  name_es text not null,
  reason_en text not null,
  reason_es text not null,
  source text not null,
  adopted_on date not null,
  primary key (system_id, place_set_id, version)
);
comment on table place_sets is 'append-only. A named list of places that an office decided on ("the West Side"), by version, with the reason and the source.';
alter table place_sets enable row level security;
alter table place_sets force row level security;
create policy place_sets_of_system on place_sets
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on place_sets to evenspan_app;

create table place_set_members (
  system_id uuid not null,
  place_set_id text not null,
  version integer not null,
  position integer not null check (position >= 1),
  place_id text not null references places,
  primary key (system_id, place_set_id, version, position),
  unique (system_id, place_set_id, version, place_id),
  foreign key (system_id, place_set_id, version) references place_sets
);
comment on table place_set_members is 'append-only. The places of one version of a set, in the order the office chose (the stops of the line).';
alter table place_set_members enable row level security;
alter table place_set_members force row level security;
create policy place_set_members_of_system on place_set_members
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on place_set_members to evenspan_app;

create table datasets (
  system_id uuid not null references systems,
  dataset_id text not null,
  source_key text not null,
  source_version integer not null check (source_version >= 1),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  byte_size bigint not null check (byte_size >= 0),
  origin text not null check (origin in ('published', 'reported', 'office', 'synthetic')),
  publisher text not null,
  data_set text not null,
  rows_read bigint not null check (rows_read >= 0),
  rows_kept bigint not null check (rows_kept >= 0),
  doubtful bigint not null check (doubtful >= 0),
  rows_fingerprint text not null check (rows_fingerprint ~ '^[0-9a-f]{64}$'),
  loaded_by text not null,
  loaded_at timestamptz not null,
  primary key (system_id, dataset_id),
  unique (system_id, source_key, source_version, fingerprint)
);
comment on table datasets is 'append-only. One file, read once by one version of one source. The same file twice is one dataset.';
comment on column datasets.dataset_id is 'Source key, a dash, and the first 12 hexadecimal digits of the fingerprint (and -vN from the second source version on).';
comment on column datasets.fingerprint is 'SHA-256 of the bytes of the file as it came.';
comment on column datasets.rows_fingerprint is 'SHA-256 over all rows kept, in order: proves that what is stored is what was read.';
comment on column datasets.origin is 'published: by the body named; reported: told by another; office: counted by this office; synthetic: made by a generator.';
alter table datasets enable row level security;
alter table datasets force row level security;
create policy datasets_of_system on datasets
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on datasets to evenspan_app;

create table observations (
  system_id uuid not null,
  dataset_id text not null,
  observation_no integer not null check (observation_no >= 1),
  measure text not null,
  place_id text not null,
  year_from smallint not null,
  year_to smallint not null check (year_to >= year_from),
  sex text not null check (sex in ('all', 'female', 'male')),
  age_from smallint not null check (age_from >= 0),
  age_below smallint check (age_below > age_from),
  cause text not null,
  state text not null check (state in ('shown', 'suppressed', 'unreliable', 'missing', 'not-collected', 'not-applicable')),
  value double precision,
  lower double precision,
  upper double precision,
  doubt text,
  said_by text,
  line integer not null check (line >= 1),
  primary key (system_id, dataset_id, observation_no),
  foreign key (system_id, dataset_id) references datasets,
  check ((state = 'shown') = (value is not null))
);
comment on table observations is 'append-only. What a file says: one measured value of one place, period, sex, age band and cause.';
comment on column observations.age_below is 'First age no longer in the band, in completed years; null where the band is open (85+).';
comment on column observations.state is 'shown has a value; all other states have none. The state is the publisher''s.';
comment on column observations.doubt is 'Why the value must not be published without a decision, such as estimate-outside-interval.';
comment on column observations.said_by is 'Who published it and where, in a file that tells this row by row; else null: then the dataset says it.';
comment on column observations.line is 'The line of the file where it stands (the first one, where several lines were counted together).';
create index observations_by_measure on observations (system_id, measure, dataset_id, place_id);
alter table observations enable row level security;
alter table observations force row level security;
create policy observations_of_system on observations
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on observations to evenspan_app;

create table crosswalk_links (
  system_id uuid not null,
  dataset_id text not null,
  from_place_id text not null,
  to_place_id text not null,
  weight double precision not null check (weight >= 0),
  line integer not null check (line >= 1),
  primary key (system_id, dataset_id, from_place_id, to_place_id),
  foreign key (system_id, dataset_id) references datasets
);
comment on table crosswalk_links is 'append-only. How much of one place lies in another, by people living there, or 1 where the whole of it does.';
alter table crosswalk_links enable row level security;
alter table crosswalk_links force row level security;
create policy crosswalk_links_of_system on crosswalk_links
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on crosswalk_links to evenspan_app;

create table boundaries (
  system_id uuid not null,
  dataset_id text not null,
  place_id text not null,
  geometry jsonb not null,
  line integer not null check (line >= 1),
  primary key (system_id, dataset_id, place_id),
  foreign key (system_id, dataset_id) references datasets
);
comment on table boundaries is 'append-only. The outline of a place: an RFC 7946 MultiPolygon, longitude and latitude in degrees.';
alter table boundaries enable row level security;
alter table boundaries force row level security;
create policy boundaries_of_system on boundaries
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on boundaries to evenspan_app;

create table doubt_decisions (
  system_id uuid not null,
  dataset_id text not null,
  observation_no integer not null,
  seq integer not null check (seq >= 1),
  decision text not null check (decision in ('publish', 'withhold')),
  reason text not null check (length(trim(reason)) >= 10),
  decided_by text not null,
  decided_at timestamptz not null,
  primary key (system_id, dataset_id, observation_no, seq),
  foreign key (system_id, dataset_id, observation_no) references observations
);
comment on table doubt_decisions is 'append-only. Whether a doubtful value may be published, decided by a person with a reason; the last one counts.';
alter table doubt_decisions enable row level security;
alter table doubt_decisions force row level security;
create policy doubt_decisions_of_system on doubt_decisions
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on doubt_decisions to evenspan_app;

create table goals (
  system_id uuid not null references systems,
  goal_id text not null check (goal_id ~ '^[a-z][a-z0-9-]*$'),
  version integer not null check (version >= 1),
  title_en text not null,
  title_es text not null,
  indicator text not null,
  high_place_id text not null references places,
  low_place_id text not null references places,
  baseline_year integer not null,
  baseline_dataset_id text not null,
  target_share double precision not null check (target_share > 0 and target_share < 1),
  target_year integer not null check (target_year > baseline_year),
  source text not null,
  adopted_on date not null,
  primary key (system_id, goal_id, version),
  foreign key (system_id, baseline_dataset_id) references datasets (system_id, dataset_id)
);
comment on table goals is 'append-only. A promise about a gap: by target_year it is target_share of what it was in the baseline year, as one named dataset tells it.';
comment on column goals.baseline_dataset_id is 'The vintage that the baseline is frozen to: a later revision of the same year does not move the goal.';
alter table goals enable row level security;
alter table goals force row level security;
create policy goals_of_system on goals
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on goals to evenspan_app;

create table claims (
  system_id uuid not null references systems,
  claim_id text not null check (claim_id ~ '^[a-z][a-z0-9-]*$'),
  version integer not null check (version >= 1),
  text_en text not null,
  text_es text not null,
  said_by text not null,
  said_in_year integer not null,
  source text not null,
  indicator text not null,
  high_place_id text references places,
  low_place_id text references places,
  claimed_value double precision not null,
  measured_year integer,
  note_en text,
  note_es text,
  primary key (system_id, claim_id, version)
);
comment on table claims is 'append-only. A sentence that states a number in public, to be held against what the data say now.';
comment on column claims.high_place_id is 'Null, with low_place_id, where the pair of places is not one that the data here can measure.';
comment on column claims.measured_year is 'The year that the number is of, where whoever said it told so.';
alter table claims enable row level security;
alter table claims force row level security;
create policy claims_of_system on claims
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on claims to evenspan_app;

create table releases (
  system_id uuid not null references systems,
  release_id text not null check (release_id ~ '^[0-9a-f]{64}$'),
  number integer not null check (number >= 1),
  primary key (system_id, release_id),
  unique (system_id, number)
);
comment on table releases is 'append-only. What was or may be published, whole: named by the SHA-256 of its manifest.';
comment on column releases.number is 'Counts builds for people to name them by; not part of the content.';

create table release_actions (
  system_id uuid not null,
  release_id text not null,
  seq integer not null check (seq >= 1),
  action text not null check (action in ('built', 'signed', 'published', 'withdrawn')),
  note text not null,
  done_by text not null,
  done_at timestamptz not null,
  primary key (system_id, release_id, seq),
  foreign key (system_id, release_id) references releases
);
comment on table release_actions is 'append-only. What was done with a release, by whom; its state is read from the last row.';

create table release_documents (
  system_id uuid not null,
  release_id text not null,
  path text not null check (path ~ '^[a-z0-9][a-z0-9./-]*$'),
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  body bytea not null,
  primary key (system_id, release_id, path),
  foreign key (system_id, release_id) references releases
);
comment on table release_documents is 'append-only. The files of a release, as they are downloaded; manifest.json lists the others by path and SHA-256.';

create table figures (
  system_id uuid not null,
  release_id text not null,
  figure_id text not null,
  indicator text not null,
  subject text not null,
  state text not null check (state in ('shown', 'suppressed', 'unreliable', 'missing', 'not-collected', 'not-applicable')),
  value double precision,
  first_dataset_id text not null,
  primary key (system_id, release_id, figure_id),
  foreign key (system_id, release_id) references releases,
  foreign key (system_id, first_dataset_id) references datasets (system_id, dataset_id),
  check ((state = 'shown') = (value is not null))
);
comment on table figures is 'append-only. A number with its proof, as one release says it; the whole of it stands in the release''s figures.ndjson.';
comment on column figures.first_dataset_id is 'A dataset that it rests on, never null: there is no figure without a source.';

create table figure_inputs (
  system_id uuid not null,
  release_id text not null,
  figure_id text not null,
  seq integer not null check (seq >= 1),
  dataset_id text,
  input_figure_id text,
  primary key (system_id, release_id, figure_id, seq),
  foreign key (system_id, release_id, figure_id) references figures,
  foreign key (system_id, dataset_id) references datasets (system_id, dataset_id),
  foreign key (system_id, release_id, input_figure_id) references figures (system_id, release_id, figure_id),
  check ((dataset_id is null) <> (input_figure_id is null)),
  check (input_figure_id is distinct from figure_id)
);
comment on table figure_inputs is 'append-only. What a figure was made from: a dataset, or another figure of the same release.';

alter table releases enable row level security;
alter table releases force row level security;
alter table release_actions enable row level security;
alter table release_actions force row level security;
alter table release_documents enable row level security;
alter table release_documents force row level security;
alter table figures enable row level security;
alter table figures force row level security;
alter table figure_inputs enable row level security;
alter table figure_inputs force row level security;

create policy releases_app on releases to evenspan_app
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
create policy release_actions_app on release_actions to evenspan_app
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
create policy release_documents_app on release_documents to evenspan_app
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
create policy figures_app on figures to evenspan_app
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
create policy figure_inputs_app on figure_inputs to evenspan_app
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);

-- The reader serves the public: it sees what was published and not withdrawn, and nothing else.
create policy release_actions_reader on release_actions for select to evenspan_reader
  using (
    system_id = nullif(current_setting('evenspan.system', true), '')::uuid
    and action in ('published', 'withdrawn')
  );
create function release_is_public(of_system uuid, of_release text) returns boolean
  language sql stable
  return (
    select action from release_actions
    where system_id = of_system and release_id = of_release
    order by seq desc limit 1
  ) = 'published';
comment on function release_is_public is 'Whether the last thing done with a release was to publish it.';
create policy releases_reader on releases for select to evenspan_reader
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid and release_is_public(system_id, release_id));
create policy release_documents_reader on release_documents for select to evenspan_reader
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid and release_is_public(system_id, release_id));
create policy figures_reader on figures for select to evenspan_reader
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid and release_is_public(system_id, release_id));
create policy figure_inputs_reader on figure_inputs for select to evenspan_reader
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid and release_is_public(system_id, release_id));

grant select, insert on releases, release_actions, release_documents, figures, figure_inputs to evenspan_app;
grant select on releases, release_actions, release_documents, figures, figure_inputs to evenspan_reader;

create table front_pages (
  system_id uuid not null references systems,
  version integer not null check (version >= 1),
  line_place_set_id text not null,
  line_version integer not null,
  goal_id text not null,
  numbers jsonb not null check (jsonb_typeof(numbers) = 'array' and jsonb_array_length(numbers) = 3),
  primary key (system_id, version),
  foreign key (system_id, line_place_set_id, line_version) references place_sets
);
comment on table front_pages is 'append-only. What the office puts on its first page: the line, the goal and three numbers; the last version counts.';
comment on column front_pages.numbers is 'Three of { figure, label: { en, es }, remark: { en, es } or null }.';
alter table front_pages enable row level security;
alter table front_pages force row level security;
create policy front_pages_of_system on front_pages
  using (system_id = nullif(current_setting('evenspan.system', true), '')::uuid)
  with check (system_id = nullif(current_setting('evenspan.system', true), '')::uuid);
grant select, insert on front_pages to evenspan_app;
