-- The people who work in an office: who they are, what they may do, how they sign in, and the record of what was done.
--
-- Beside the tenant, a transaction may set who acts and the keys that the person holds:
--   set local evenspan.person = '<uuid>'; set local evenspan.keys = 'finance@rumc,person:<uuid>'
-- A key is role@scope; the scope is * (the whole system), a facility's id, or partner:<id>. A row that not everyone in the
-- system may see carries locks, and is seen by whoever holds a key to one of them. No keys, no such rows.

create function evenspan_keys() returns text[]
  language sql stable parallel safe
  return string_to_array(nullif(current_setting('evenspan.keys', true), ''), ',');
comment on function evenspan_keys is 'The keys of who acts in this transaction; null where nobody does.';
create function evenspan_person() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('evenspan.person', true), '')::uuid;
comment on function evenspan_person is 'Who acts in this transaction; null where nobody has signed in.';

alter table systems add column kind text not null default 'system' check (kind in ('system', 'collaborative'));
comment on column systems.kind is 'A collaborative is a tenant of its own, whose members are other systems.';

create table collaborative_members (
  system_id uuid not null references systems,
  member_slug text not null check (member_slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  member_name text not null check (member_name <> ''),
  joined_on date not null,
  left_on date check (left_on >= joined_on),
  primary key (system_id, member_slug, joined_on)
);
comment on table collaborative_members is 'The hospital systems that take part in a collaborative, from when and until when. A member need not be a tenant here.';

create table report_groups (
  system_id uuid not null references systems,
  report_group_id text not null check (report_group_id ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (name <> ''),
  primary key (system_id, report_group_id)
);
comment on table report_groups is 'Facilities that report together, such as two hospitals with one needs assessment.';

create table report_group_facilities (
  system_id uuid not null,
  report_group_id text not null,
  facility_id text not null,
  from_on date not null,
  until_on date check (until_on >= from_on),
  primary key (system_id, report_group_id, facility_id, from_on),
  foreign key (system_id, report_group_id) references report_groups,
  foreign key (system_id, facility_id) references facilities
);
comment on table report_group_facilities is 'Which facility belongs to a report group, from when and until when.';

create table departments (
  system_id uuid not null references systems,
  department_id text not null check (department_id ~ '^[a-z][a-z0-9-]*$'),
  facility_id text not null,
  name text not null check (name <> ''),
  primary key (system_id, department_id),
  foreign key (system_id, facility_id) references facilities
);
comment on table departments is 'A department of a facility: hourly rates and hours are kept by department.';

create table partner_organizations (
  system_id uuid not null references systems,
  partner_id text not null check (partner_id ~ '^[a-z][a-z0-9-]*$'),
  name text not null check (name <> ''),
  email text check (email = lower(email)),
  ended_on date,
  primary key (system_id, partner_id)
);
comment on table partner_organizations is 'An organization outside the system that works with the office, such as a block club or a school.';

create table people (
  system_id uuid not null references systems,
  person_id uuid not null,
  name text not null check (name <> ''),
  email text not null check (email = lower(email)),
  language text not null default 'en' check (language in ('en', 'es')),
  made_at timestamptz not null,
  deactivated_at timestamptz,
  primary key (system_id, person_id),
  unique (system_id, email)
);
comment on table people is 'Those who may sign in. Seen by the office''s own people and by the person; the key sign-in finds one by address.';

create table role_grants (
  system_id uuid not null,
  grant_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('administrator', 'office-staff', 'program-lead', 'finance', 'analyst', 'clinic-staff', 'reviewer', 'volunteer', 'partner')),
  facility_id text,
  partner_id text,
  granted_by text not null,
  granted_at timestamptz not null,
  primary key (system_id, grant_id),
  foreign key (system_id, person_id) references people,
  foreign key (system_id, facility_id) references facilities,
  foreign key (system_id, partner_id) references partner_organizations,
  check (facility_id is null or partner_id is null),
  check ((role = 'partner') = (partner_id is not null)),
  check (role <> 'administrator' or facility_id is null)
);
comment on table role_grants is 'append-only. A role that a person was given: for the whole system, for one facility, or for one partner organization.';
create index role_grants_of_person on role_grants (system_id, person_id);

create table role_revocations (
  system_id uuid not null,
  grant_id uuid not null,
  revoked_by text not null,
  revoked_at timestamptz not null,
  reason text not null check (reason <> ''),
  primary key (system_id, grant_id),
  foreign key (system_id, grant_id) references role_grants
);
comment on table role_revocations is 'append-only. A role that was taken back. A role counts while no row here names its grant.';

create table passwords (
  system_id uuid not null,
  person_id uuid not null,
  hash text not null check (hash like '$argon2id$%'),
  set_at timestamptz not null,
  primary key (system_id, person_id),
  foreign key (system_id, person_id) references people
);
comment on table passwords is 'The argon2id hash of a person''s password. Replaced, never kept.';

create table second_factors (
  system_id uuid not null,
  person_id uuid not null,
  sealed_secret bytea not null,
  confirmed_at timestamptz not null,
  last_step bigint not null,
  primary key (system_id, person_id),
  foreign key (system_id, person_id) references people
);
comment on table second_factors is 'The secret of a person''s authenticator (TOTP, RFC 6238), sealed with the office''s key.';
comment on column second_factors.last_step is 'The last time step whose code was taken: a code is taken once.';

create table recovery_codes (
  system_id uuid not null,
  person_id uuid not null,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (system_id, person_id, code_hash),
  foreign key (system_id, person_id) references people
);
comment on table recovery_codes is 'Codes that stand in for an authenticator that was lost, each good once; only their SHA-256 is kept.';

create table sessions (
  system_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  session_id uuid not null,
  person_id uuid not null,
  strength text not null check (strength in ('password', 'link', 'provider', 'second-factor')),
  begun_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  from_address text not null,
  device text not null,
  wrong_codes integer not null default 0,
  code_given_at timestamptz,
  sealed_secret bytea,
  ended_at timestamptz,
  ended_why text check ((ended_why is null) = (ended_at is null)),
  primary key (system_id, token_hash),
  foreign key (system_id, person_id) references people
);
comment on table sessions is 'Who is signed in. The token is opaque and only its SHA-256 is kept; a session ends when idle, when old, or when revoked.';
comment on column sessions.session_id is 'Names the session in lists; it stays when the token is changed.';
comment on column sessions.expires_at is 'The absolute end, however busy the session is.';
comment on column sessions.wrong_codes is 'Wrong codes given since the last right one; too many end the session.';
comment on column sessions.code_given_at is 'When a code of the authenticator or a recovery code was last given in this session.';
comment on column sessions.sealed_secret is 'The secret of an authenticator that is being set up in this session, sealed, until a first code confirms it.';
create index sessions_of_person on sessions (system_id, person_id, begun_at);

create table one_time_links (
  system_id uuid not null,
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  purpose text not null check (purpose in ('invitation', 'password-reset', 'sign-in')),
  person_id uuid not null,
  made_by text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  refused_at timestamptz,
  primary key (system_id, token_hash),
  foreign key (system_id, person_id) references people
);
comment on table one_time_links is 'Links sent by mail, each good once and for a while: an invitation, a new password, a partner''s way in. Only the SHA-256 of the token is kept.';
comment on column one_time_links.refused_at is 'When it was first followed after it had ended: that is written into the audit once.';
create index one_time_links_of_person on one_time_links (system_id, person_id) where used_at is null and withdrawn_at is null;

create table sign_in_attempts (
  system_id uuid not null references systems,
  attempt_id uuid not null,
  account_hash text not null check (account_hash ~ '^[0-9a-f]{64}$'),
  from_address text not null,
  step text not null check (step in ('password', 'second-factor', 'recovery-code', 'link', 'password-reset', 'noted')),
  succeeded boolean not null,
  at timestamptz not null,
  primary key (system_id, attempt_id)
);
comment on table sign_in_attempts is 'Tries to sign in, by a hash of the mail address that was typed: counted for the pause after too many, whether or not there is such an account. Never changed, and removed after 90 days.';
comment on column sign_in_attempts.from_address is 'Where it came from: an IPv4 address, or the first half of an IPv6 address; empty where nobody knows.';
comment on column sign_in_attempts.step is 'What was tried; noted where it only says that a pause, or a provider that does not answer, was written into the audit, so that it is written once.';
comment on column sign_in_attempts.succeeded is 'Each try is written as false before it is looked at, and once more as true if it was right.';
create index sign_in_attempts_by_account on sign_in_attempts (system_id, account_hash, at);
create index sign_in_attempts_by_address on sign_in_attempts (system_id, from_address, at);

create table identity_providers (
  system_id uuid not null references systems,
  provider_id text not null check (provider_id ~ '^[a-z][a-z0-9-]*$'),
  kind text not null check (kind in ('oidc', 'saml')),
  name text not null check (name <> ''),
  settings jsonb not null,
  sealed_secret bytea,
  enabled boolean not null,
  primary key (system_id, provider_id)
);
comment on table identity_providers is 'Where a system''s own people sign in (OpenID Connect or SAML 2.0). A client secret is sealed with the office''s key.';

create table provider_subjects (
  system_id uuid not null,
  provider_id text not null,
  subject text not null check (subject <> ''),
  person_id uuid not null,
  linked_at timestamptz not null,
  primary key (system_id, provider_id, subject),
  unique (system_id, provider_id, person_id),
  foreign key (system_id, provider_id) references identity_providers,
  foreign key (system_id, person_id) references people
);
comment on table provider_subjects is 'Who a person is at a provider, by the provider''s own unchanging identifier: one a person, so that a mail address that is passed on does not pass on the person.';

create table provider_sign_ins (
  system_id uuid not null,
  state_hash text not null check (state_hash ~ '^[0-9a-f]{64}$'),
  provider_id text not null,
  sealed_request bytea not null,
  return_to text not null check (return_to like '/%'),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (system_id, state_hash),
  foreign key (system_id, provider_id) references identity_providers
);
comment on table provider_sign_ins is 'Sign-ins under way at a provider: what was sent (code verifier, nonce or request id), sealed; each answered once, and cleared away a day after.';
create index provider_sign_ins_by_end on provider_sign_ins (system_id, expires_at);

create table provider_assertions (
  system_id uuid not null,
  provider_id text not null,
  assertion_hash text not null check (assertion_hash ~ '^[0-9a-f]{64}$'),
  seen_at timestamptz not null,
  primary key (system_id, provider_id, assertion_hash),
  foreign key (system_id, provider_id) references identity_providers
);
comment on table provider_assertions is 'SAML assertions that were taken, so that none is taken twice. Never changed, and removed after 90 days: they are good for minutes.';

create table audit_entries (
  system_id uuid not null references systems,
  entry_id uuid not null,
  at timestamptz not null check (at = date_trunc('milliseconds', at)),
  kind text not null check (kind in ('command', 'read', 'export', 'refused')),
  name text not null,
  person_id uuid,
  actor text not null,
  keys text[] not null,
  subject text,
  facts jsonb not null,
  channel text not null check (channel in ('web', 'command line', 'job')),
  from_address text,
  request_id text,
  why text not null check (why <> ''),
  primary key (system_id, entry_id)
);
comment on table audit_entries is 'append-only. Every command, every read of a person''s record, every export, and what was refused: who, what, when, from where and why.';
comment on column audit_entries.at is 'To the millisecond, as programs hold a moment: what is finer would not be in the hash.';
comment on column audit_entries.facts is 'What is needed to know what was done; never a password, a token or the content of a file.';
create index audit_entries_by_time on audit_entries (system_id, at desc, entry_id);
create index audit_entries_by_name on audit_entries (system_id, name, at desc, entry_id);
create index audit_entries_by_kind on audit_entries (system_id, kind, at desc, entry_id);
create index audit_entries_by_person on audit_entries (system_id, person_id, at desc);
create index audit_entries_by_subject on audit_entries (system_id, subject, at desc);

create table audit_links (
  system_id uuid not null references systems,
  seq bigint not null check (seq >= 1),
  entry_id uuid not null,
  at timestamptz not null,
  entry_hash text not null check (entry_hash ~ '^[0-9a-f]{64}$'),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (system_id, seq),
  unique (system_id, entry_id)
);
comment on table audit_links is 'append-only. The chain over the audit: each hash is of the hash before it and of this link. Links stay where entries are removed by the rule of retention.';
comment on column audit_links.at is 'The moment of the entry, so that an entry that was removed is known to have been old enough.';
comment on column audit_links.entry_hash is 'Of the whole entry. It stands in for an entry that was removed, so that every link can still be computed.';

create table audit_waiting (
  system_id uuid not null,
  entry_id uuid not null,
  primary key (system_id, entry_id),
  foreign key (system_id, entry_id) references audit_entries
);
comment on table audit_waiting is 'Entries that are written and not yet joined to the chain: so the next link is found without looking through them all.';

do $$
declare
  tenant constant text := 'system_id = nullif(current_setting(''evenspan.system'', true), '''')::uuid';
  own text;
begin
  foreach own in array array['collaborative_members', 'report_groups', 'report_group_facilities', 'departments', 'partner_organizations',
    'people', 'role_grants', 'role_revocations', 'passwords', 'second_factors', 'recovery_codes', 'sessions', 'one_time_links',
    'sign_in_attempts', 'identity_providers', 'provider_subjects', 'provider_sign_ins', 'provider_assertions', 'audit_entries', 'audit_links', 'audit_waiting']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('alter table %I force row level security', own);
    execute format('create policy %I on %I to evenspan_owner using (%s) with check (%s)', own || '_owner', own, tenant, tenant);
    if own not in ('people', 'audit_entries') then
      execute format('create policy %I on %I to evenspan_app using (%s) with check (%s)', own || '_app', own, tenant, tenant);
    end if;
  end loop;

  -- What has had its time is removed by the daily work alone, whose key is worker.
  foreach own in array array['sessions', 'one_time_links', 'sign_in_attempts', 'provider_assertions'] loop
    execute format('create policy %I on %I as restrictive for delete to evenspan_app using (%s and (select evenspan_keys()) && array[''worker''])', own || '_end', own, tenant);
  end loop;

  -- Written by whoever does what is recorded, and read by administrators; the key audit joins the chain.
  execute format('create policy audit_entries_write on audit_entries for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy audit_entries_read on audit_entries for select to evenspan_app using (%s and (select evenspan_keys()) && array[''administrator@*'', ''audit''])', tenant);

  execute format('create policy people_write on people for insert to evenspan_app with check (%s)', tenant);
  execute format('create policy people_change on people for update to evenspan_app using (%s) with check (%s)', tenant, tenant);
  execute format('create policy people_read on people for select to evenspan_app using (%s and (person_id = (select evenspan_person()) or exists (
    select from unnest((select evenspan_keys())) key
    where key = ''sign-in'' or split_part(key, ''@'', 1) in (''administrator'', ''office-staff'', ''program-lead'', ''finance'', ''analyst'', ''clinic-staff'', ''reviewer''))))', tenant);
end $$;

grant select, insert, update on collaborative_members, report_groups, report_group_facilities, departments, partner_organizations to evenspan_app;
grant select, insert, update on people, passwords, sessions, one_time_links, identity_providers to evenspan_app;
grant select, insert, update, delete on recovery_codes, second_factors, provider_sign_ins to evenspan_app;
grant select, insert, delete on provider_subjects, audit_waiting to evenspan_app;
grant select, insert on role_grants, role_revocations, audit_entries, audit_links to evenspan_app;
-- Removed when they are old enough (clear-old-rows); tries and assertions are never changed.
grant delete on sessions, one_time_links to evenspan_app;
grant select, insert, delete on sign_in_attempts, provider_assertions to evenspan_app;
