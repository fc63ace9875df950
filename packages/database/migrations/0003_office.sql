-- The office's own work: the things that can be found, listed, talked about and waited for; files, mail and long jobs.

create table records (
  system_id uuid not null references systems,
  record_id text not null check (record_id ~ '^[a-z][a-z-]*:[^\s]+$'),
  kind text not null,
  facility_id text,
  title text not null check (title <> ''),
  words text not null default '',
  state text not null,
  locks text[] not null check (cardinality(locks) > 0),
  turn text[] not null default '{}',
  next_step text,
  due_on date,
  since timestamptz not null,
  changed_at timestamptz not null,
  folded text not null,
  search tsvector not null generated always as (
    setweight(to_tsvector('english', title) || to_tsvector('spanish', title) || to_tsvector('simple', folded), 'A')
    || setweight(to_tsvector('english', words) || to_tsvector('spanish', words), 'B')
  ) stored,
  primary key (system_id, record_id),
  foreign key (system_id, facility_id) references facilities
);
comment on table records is 'One row for each thing of the office''s work that people find, list and wait for: a release, an event, an entry. Kept by the command that changes the thing.';
comment on column records.record_id is 'kind:key, such as release:0123abcd.';
comment on column records.locks is 'Keys (role@scope, person:<uuid>) any one of which shows this row.';
comment on column records.turn is 'Keys of those whose turn it is; empty where nobody is waited for.';
comment on column records.next_step is 'What is to be done next, as the code of a message; null where nothing is.';
comment on column records.since is 'Since when it stands in this state.';
comment on column records.folded is 'The title in small letters without accents, so that it is found however it is typed.';
create index records_by_change on records (system_id, kind, changed_at desc, record_id);
create index records_by_state on records (system_id, kind, state, changed_at desc, record_id);
create index records_by_due on records (system_id, kind, due_on, record_id);
create index records_by_title on records (system_id, kind, folded, record_id);
create index records_by_facility on records (system_id, facility_id, kind, changed_at desc, record_id);
create index records_by_turn on records using gin (turn) where turn <> '{}';
create index records_by_search on records using gin (search);

create table comments (
  system_id uuid not null,
  record_id text not null,
  seq integer not null check (seq >= 1),
  person_id uuid not null,
  said text not null check (said <> '' and length(said) <= 10000),
  said_at timestamptz not null,
  primary key (system_id, record_id, seq),
  foreign key (system_id, record_id) references records,
  foreign key (system_id, person_id) references people
);
comment on table comments is 'append-only. What people said about a record.';

create table stored_files (
  system_id uuid not null references systems,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  media_type text not null,
  byte_size integer not null check (byte_size > 0 and byte_size <= 26214400),
  bytes bytea not null check (length(bytes) = byte_size),
  scan text not null check (scan in ('clean', 'not scanned')),
  stored_at timestamptz not null,
  primary key (system_id, fingerprint)
);
comment on table stored_files is 'append-only. Files by the SHA-256 of their content, with the type that their first bytes tell. What a scan found unsafe is not stored.';

create table record_files (
  system_id uuid not null,
  record_id text not null,
  seq integer not null check (seq >= 1),
  fingerprint text not null,
  file_name text not null check (file_name <> ''),
  person_id uuid not null,
  added_at timestamptz not null,
  primary key (system_id, record_id, seq),
  foreign key (system_id, record_id) references records,
  foreign key (system_id, fingerprint) references stored_files,
  foreign key (system_id, person_id) references people
);
comment on table record_files is 'append-only. A file that was added to a record, under the name it came with.';

create table saved_views (
  system_id uuid not null,
  person_id uuid not null,
  view_id uuid not null,
  page text not null,
  name text not null check (name <> ''),
  query text not null,
  saved_at timestamptz not null,
  primary key (system_id, person_id, view_id),
  unique (system_id, person_id, page, name),
  foreign key (system_id, person_id) references people
);
comment on table saved_views is 'A list as a person likes to see it: the filters and order of its address, under a name.';

create table kept_forms (
  system_id uuid not null references systems,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  page text not null,
  fields jsonb not null,
  kept_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (system_id, token_hash)
);
comment on table kept_forms is 'What was typed into a form when the session had ended, until the person has signed in again. Passwords are never among it.';

create table notices (
  system_id uuid not null,
  notice_id uuid not null,
  person_id uuid not null,
  record_id text not null,
  about text not null check (about in ('your-turn', 'comment', 'changed', 'late')),
  made_at timestamptz not null,
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (system_id, notice_id),
  foreign key (system_id, person_id) references people,
  foreign key (system_id, record_id) references records
);
comment on table notices is 'Something that a person should know of a record; mailed at once or in the day''s digest.';
create index notices_of_person on notices (system_id, person_id, made_at desc);
create index notices_to_mail on notices (system_id, made_at) where mailed_at is null;

create table letters (
  system_id uuid not null references systems,
  letter_id uuid not null,
  to_address text not null,
  language text not null check (language in ('en', 'es')),
  subject text not null,
  body_text text not null,
  made_at timestamptz not null,
  tries integer not null default 0,
  try_after timestamptz not null,
  sent_at timestamptz,
  failure text,
  primary key (system_id, letter_id)
);
comment on table letters is 'Mail to be sent: written by the command that causes it, in its transaction, and sent afterwards until it is taken. The body is emptied once it is sent.';
create index letters_waiting on letters (system_id, try_after) where sent_at is null;

create table notice_choices (
  system_id uuid not null,
  person_id uuid not null,
  mail text not null check (mail in ('at-once', 'daily', 'never')),
  primary key (system_id, person_id),
  foreign key (system_id, person_id) references people
);
comment on table notice_choices is 'How a person wants to be told; daily where nothing was chosen.';

create table jobs (
  system_id uuid not null references systems,
  job_id uuid not null,
  kind text not null,
  input jsonb not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done_share double precision not null default 0 check (done_share between 0 and 1),
  said text,
  outcome jsonb,
  person_id uuid,
  actor text not null,
  keys text[] not null,
  asked_at timestamptz not null,
  begun_at timestamptz,
  ended_at timestamptz,
  cancel_asked_at timestamptz,
  tries integer not null default 0,
  primary key (system_id, job_id)
);
comment on table jobs is 'Long work: who asked for it with which keys, how far it is, and how it ended. It runs with the keys of who asked.';
create index jobs_waiting on jobs (system_id, asked_at) where state in ('waiting', 'running');

do $$
declare
  tenant constant text := 'system_id = nullif(current_setting(''evenspan.system'', true), '''')::uuid';
  own text;
  of_person constant text := 'person_id = (select evenspan_person())';
begin
  foreach own in array array['records', 'comments', 'stored_files', 'record_files', 'saved_views', 'kept_forms', 'notices', 'letters', 'notice_choices', 'jobs']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('alter table %I force row level security', own);
    execute format('create policy %I on %I to evenspan_owner using (%s) with check (%s)', own || '_owner', own, tenant, tenant);
  end loop;

  -- A record is seen by who holds a key to it. Any command may make or change one that its person sees.
  execute format('create policy records_read on records for select to evenspan_app using (%s and locks && (select evenspan_keys()))', tenant);
  execute format('create policy records_write on records for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy records_change on records for update to evenspan_app using (%s) with check (%s)', tenant, tenant);

  -- What hangs on a record is seen by whoever sees the record: the inner query is held by the policy of records.
  foreach own in array array['comments', 'record_files'] loop
    execute format('create policy %I on %I to evenspan_app using (%s and exists (select from records r where r.system_id = %I.system_id and r.record_id = %I.record_id))
      with check (%s and exists (select from records r where r.system_id = %I.system_id and r.record_id = %I.record_id))',
      own || '_app', own, tenant, own, own, tenant, own, own);
  end loop;
  execute format('create policy stored_files_read on stored_files for select to evenspan_app using (%s and exists (
    select from record_files f where f.system_id = stored_files.system_id and f.fingerprint = stored_files.fingerprint))', tenant);
  execute format('create policy stored_files_write on stored_files for insert to evenspan_app with check (%s)', tenant);

  foreach own in array array['saved_views', 'notice_choices'] loop
    execute format('create policy %I on %I to evenspan_app using (%s and %s) with check (%s and %s)', own || '_app', own, tenant, of_person, tenant, of_person);
  end loop;
  execute format('create policy kept_forms_app on kept_forms to evenspan_app using (%s) with check (%s)', tenant, tenant);

  -- The key mail belongs to the work that sends letters, and worker to the work that runs jobs.
  execute format('create policy notices_read on notices for select to evenspan_app using (%s and (%s or (select evenspan_keys()) && array[''mail'']))', tenant, of_person);
  execute format('create policy notices_write on notices for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy notices_change on notices for update to evenspan_app using (%s and (%s or (select evenspan_keys()) && array[''mail''])) with check (%s)', tenant, of_person, tenant);
  execute format('create policy letters_read on letters for select to evenspan_app using (%s and (select evenspan_keys()) && array[''mail''])', tenant);
  execute format('create policy letters_write on letters for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy letters_change on letters for update to evenspan_app using (%s and (select evenspan_keys()) && array[''mail'']) with check (%s)', tenant, tenant);
  execute format('create policy jobs_read on jobs for select to evenspan_app using (%s and (%s or (select evenspan_keys()) && array[''administrator@*'', ''worker'']))', tenant, of_person);
  execute format('create policy jobs_write on jobs for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy jobs_change on jobs for update to evenspan_app using (%s) with check (%s)', tenant, tenant);
end $$;

grant select, insert, update on records, notices, letters, jobs to evenspan_app;
grant select, insert on comments, stored_files, record_files to evenspan_app;
grant select, insert, update, delete on saved_views, kept_forms, notice_choices to evenspan_app;
