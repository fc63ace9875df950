-- The office's own work: the things that can be found, listed, talked about and waited for; files, mail and long jobs.

-- What is found by words is stored by words, and seen only by who asks for them: set local evenspan.asked = '<tsquery>'.
create function evenspan_asked() returns tsquery
  language sql stable parallel safe
  return nullif(current_setting('evenspan.asked', true), '')::tsquery;
comment on function evenspan_asked is 'The words that this transaction looks for; null where it looks for none, and then it finds none.';
create function evenspan_folded(said text) returns text
  language sql immutable parallel safe
  return translate(lower(said), 'ÁÀÂÄÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝáàâäãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyaaaaaaceeeeiiiinooooouuuuyy');
comment on function evenspan_folded is 'A text in small letters without accents, so that it is found however it is typed.';
create function evenspan_mark(system_id uuid, what text, is_value text) returns text
  language sql immutable parallel safe
  return '=' || left(encode(sha256(convert_to(system_id::text || ' ' || what || ' ' || is_value, 'UTF8')), 'hex'), 12);
comment on function evenspan_mark is 'A word that nobody can type, for something that a search is narrowed to: a lock, a kind, a state, a facility of one system.';

create table records (
  system_id uuid not null references systems,
  record_id text not null check (record_id ~ '^[a-z][a-z-]*:[^\s]+$'),
  kind text not null check (record_id like kind || ':%'),
  facility_id text,
  title text not null check (title <> '' and length(title) <= 500),
  title_es text check (title_es <> '' and length(title_es) <= 500),
  words text not null default '',
  state text not null,
  locks text[] not null check ('keeper' = any(locks)),
  turn text[] not null default '{}',
  next_step text,
  due_on date,
  since timestamptz not null,
  changed_at timestamptz not null check (changed_at = date_trunc('milliseconds', changed_at)),
  facility_key text not null generated always as (coalesce(facility_id, '')) stored,
  folded text collate "C" not null generated always as (evenspan_folded(title)) stored,
  waited_until date not null generated always as (case when turn = '{}' then 'infinity'::date else coalesce(due_on, 'infinity'::date) end) stored,
  primary key (system_id, record_id),
  foreign key (system_id, facility_id) references facilities
);
comment on table records is 'One row for each thing of the office''s work that people find, list and wait for: a release, an event, an entry. Kept by the command that changes the thing.';
comment on column records.record_id is 'kind:key, such as release:0123abcd.';
comment on column records.title_es is 'The title in Spanish, where it is written in both languages; title is then the English one.';
comment on column records.words is 'What it can be found by beside its title.';
comment on column records.locks is 'Keys (role@scope, person:<uuid>) any one of which shows this row. The key keeper is always among them: it is held for as long as a command keeps the row.';
comment on column records.turn is 'Keys of those whose turn it is; empty where nobody is waited for.';
comment on column records.next_step is 'What is to be done next, as the code of a message; null where nothing is.';
comment on column records.since is 'Since when it stands in this state.';
comment on column records.changed_at is 'To the millisecond, as the mark of a page holds it.';
comment on column records.facility_key is 'The facility, or empty for none: what indexes hold.';
comment on column records.folded is 'The title in small letters without accents: the order of lists by title.';
comment on column records.waited_until is 'The day by which it should be done, while someone is waited for; infinity where there is none: the order of lists by day.';
-- What a role opens it opens by kind, facility and state. A list reads each of those that its person's roles open, along one of these
-- in the list's order, until a page is full; so row-level security drops few of the rows that are read.
create index records_by_change on records (system_id, kind, facility_key, state, changed_at, record_id);
create index records_by_day on records (system_id, kind, facility_key, state, waited_until, record_id);
create index records_by_title on records (system_id, kind, facility_key, state, folded, record_id);

create function evenspan_words_of(it records) returns tsvector
  language sql stable
  return setweight(to_tsvector('english', it.title) || to_tsvector('spanish', coalesce(it.title_es, it.title))
      || to_tsvector('simple', evenspan_folded(concat_ws(' ', it.title, it.title_es))), 'A')
    || setweight(to_tsvector('english', it.words) || to_tsvector('spanish', it.words) || to_tsvector('simple', evenspan_folded(it.words)), 'B')
    || array_to_tsvector(array[evenspan_mark(it.system_id, 'record', it.record_id), evenspan_mark(it.system_id, 'kind', it.kind),
        evenspan_mark(it.system_id, 'state', it.state), evenspan_mark(it.system_id, 'facility', it.facility_key)]
      || array(select evenspan_mark(it.system_id, 'lock', lock) from unnest(it.locks) lock));
comment on function evenspan_words_of is 'What a record is found by: its words in English, in Spanish and as typed without accents, and the marks of its kind, state, facility and locks.';

create table record_words (
  system_id uuid not null,
  record_id text not null,
  locks text[] not null,
  words tsvector not null,
  primary key (system_id, record_id),
  foreign key (system_id, record_id) references records
);
comment on table record_words is 'What records are found by. Only rows that hold what the transaction asked for are seen: PostgreSQL uses no index for a condition that could tell of a row which a policy hides, and so the condition is part of the policy.';
comment on column record_words.locks is 'As the record has them.';
create index record_words_by_word on record_words using gin (words) with (fastupdate = off);

create table record_turns (
  system_id uuid not null,
  key text not null,
  record_id text not null,
  waited_until date not null,
  since timestamptz not null,
  primary key (system_id, key, record_id),
  foreign key (system_id, record_id) references records
);
comment on table record_turns is 'Whose turn it is, one row a key: what a worklist is read from, late first and then what waits longest.';
create index record_turns_by_day on record_turns (system_id, key, waited_until, since, record_id);
create index record_turns_by_wait on record_turns (system_id, key, since, record_id);
create index record_turns_of_record on record_turns (system_id, record_id);

create table record_own_keys (
  system_id uuid not null,
  key text not null check (key ~ '^(person:|partner@)'),
  record_id text not null,
  primary key (system_id, key, record_id),
  foreign key (system_id, record_id) references records
);
comment on table record_own_keys is 'Records that are open to one person or one partner organization, one row a key: how those few are found among many.';
create index record_own_keys_of_record on record_own_keys (system_id, record_id);

create table record_openings (
  system_id uuid not null references systems,
  lock text not null,
  kind text not null,
  state text not null,
  facility_key text not null,
  primary key (system_id, lock, kind, state, facility_key)
);
comment on table record_openings is 'append-only. What a key opens or has opened: kinds, states and facilities of records. So a list knows what there is to choose from without reading the records, and reads nothing of which its person may see none.';

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
comment on table notices is 'Something that a person should know of a record; mailed at once or in the day''s digest. One of a kind is enough until it is read or mailed.';
create index notices_of_person on notices (system_id, person_id, made_at desc, notice_id desc);
create unique index notices_to_mail on notices (system_id, person_id, record_id, about) where mailed_at is null and read_at is null;

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
  said_en text,
  said_es text,
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
comment on table jobs is 'Long work: who asked for it with which keys, how far it is, and how it ended. It runs with those keys of who asked that the person still has. A program that runs one holds a lock on it, which ends with the program.';
comment on column jobs.said_en is 'What is being done, or why it failed, in a sentence.';
create index jobs_waiting on jobs (system_id, asked_at) where state in ('waiting', 'running');

do $$
declare
  tenant constant text := 'system_id = nullif(current_setting(''evenspan.system'', true), '''')::uuid';
  own text;
  of_person constant text := 'person_id = (select evenspan_person())';
begin
  foreach own in array array['records', 'record_words', 'record_turns', 'record_own_keys', 'record_openings', 'comments', 'stored_files', 'record_files', 'saved_views', 'kept_forms', 'notices', 'letters', 'notice_choices', 'jobs']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('alter table %I force row level security', own);
    execute format('create policy %I on %I to evenspan_owner using (%s) with check (%s)', own || '_owner', own, tenant, tenant);
  end loop;

  -- A record is seen by who holds a key to it. The keys are compared by the function itself, not by a subquery: so the planner
  -- can look up how many rows they open, and does not take every list for a short one. No index on locks, for it would then read
  -- a whole list by its lock to sort it.
  execute format('create policy records_read on records for select to evenspan_app using (%s and locks && evenspan_keys())', tenant);
  -- Here it is the other way round: the words asked for are always looked up in the index, whatever the planner thinks of them.
  execute format('create policy record_words_read on record_words for select to evenspan_app
    using (%s and words @@ (select evenspan_asked()) and locks && (select evenspan_keys()))', tenant);
  foreach own in array array['record_turns', 'record_own_keys'] loop
    execute format('create policy %I on %I for select to evenspan_app
      using (%s and (key = any((select evenspan_keys())::text[]) or ''keeper'' = any((select evenspan_keys())::text[])))', own || '_read', own, tenant);
    execute format('create policy %I on %I for delete to evenspan_app using (%s)', own || '_end', own, tenant);
  end loop;
  execute format('create policy record_openings_read on record_openings for select to evenspan_app using (%s and lock = any((select evenspan_keys())::text[]))', tenant);
  foreach own in array array['records', 'record_words', 'record_turns', 'record_own_keys', 'record_openings'] loop
    execute format('create policy %I on %I for insert to evenspan_app with check (%s)', own || '_write', own, tenant);
  end loop;
  foreach own in array array['records', 'record_words'] loop
    execute format('create policy %I on %I for update to evenspan_app using (%s) with check (%s)', own || '_change', own, tenant, tenant);
  end loop;

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
  -- A notice that was read is removed by the daily work when it is old.
  execute format('create policy notices_end on notices for delete to evenspan_app using (%s and read_at is not null and (select evenspan_keys()) && array[''worker''])', tenant);
  execute format('create policy letters_read on letters for select to evenspan_app using (%s and (select evenspan_keys()) && array[''mail''])', tenant);
  execute format('create policy letters_write on letters for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy letters_change on letters for update to evenspan_app using (%s and (select evenspan_keys()) && array[''mail'']) with check (%s)', tenant, tenant);
  execute format('create policy jobs_read on jobs for select to evenspan_app using (%s and (%s or (select evenspan_keys()) && array[''administrator@*'', ''worker'']))', tenant, of_person);
  execute format('create policy jobs_write on jobs for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy jobs_change on jobs for update to evenspan_app using (%s and (%s or (select evenspan_keys()) && array[''administrator@*'', ''worker''])) with check (%s)', tenant, of_person, tenant);
end $$;

grant select, insert, update on records, record_words, notices, letters, jobs to evenspan_app;
grant delete on notices to evenspan_app;
grant select, insert, delete on record_turns, record_own_keys to evenspan_app;
grant select, insert on record_openings, comments, stored_files, record_files to evenspan_app;
grant select, insert, update, delete on saved_views, kept_forms, notice_choices to evenspan_app;
