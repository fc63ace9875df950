-- Programs, and the ledger of what happened. Regimes (IRS, Illinois, anchor mission) are rules over it and keep nothing here.
-- Money is whole cents, time is whole minutes, shares and rates are basis points (1/100 of a percent). A correction is a
-- new entry that names the one it takes back.

create function evenspan_facilities(of_roles text[]) returns text[]
  language sql stable parallel safe
  return array(select split_part(key, '@', 2) from unnest(evenspan_keys()) key where split_part(key, '@', 1) = any(of_roles));
comment on function evenspan_facilities is 'The facilities for which who acts holds one of these roles; * among them is the whole system.';

alter table systems add column fiscal_year_end_month smallint not null default 6 check (fiscal_year_end_month between 1 and 12);
comment on column systems.fiscal_year_end_month is 'The last month of the fiscal year; the year is named after the calendar year in which it ends.';

create table programs (
  system_id uuid not null references systems,
  program_id text not null check (program_id ~ '^[a-z][a-z0-9-]*$'),
  facility_id text,
  name_en text not null check (name_en <> ''),
  name_es text not null check (name_es <> ''),
  purpose_en text not null,
  purpose_es text not null,
  pillar text not null check (pillar ~ '^[a-z][a-z0-9-]*$'),
  owner_person_id uuid,
  began_on date not null,
  primary key (system_id, program_id),
  foreign key (system_id, facility_id) references facilities,
  foreign key (system_id, owner_person_id) references people
);
comment on table programs is 'What the office does over years: its portfolio. Stages, goals, funding, places and needs are kept beside it, each as it was said.';

create table program_stages (
  system_id uuid not null,
  program_id text not null,
  seq integer not null check (seq >= 1),
  stage text not null check (stage in ('idea', 'pilot', 'scaling', 'sustained', 'paused', 'ended')),
  on_day date not null,
  evidence text not null check (evidence <> ''),
  said_by text not null,
  said_at timestamptz not null,
  primary key (system_id, program_id, seq),
  foreign key (system_id, program_id) references programs
);
comment on table program_stages is 'append-only. The stages a program went through, with the evidence for each move; the last one counts.';

create table program_facts (
  system_id uuid not null,
  program_id text not null,
  seq integer not null check (seq >= 1),
  kind text not null check (kind in ('goal', 'funder', 'place', 'need', 'service', 'population', 'partner', 'reach')),
  fact jsonb not null,
  said_by text not null,
  said_at timestamptz not null,
  withdrawn_seq integer,
  primary key (system_id, program_id, seq),
  foreign key (system_id, program_id) references programs
);
comment on table program_facts is 'append-only. What is said of a program: goals with baseline, target, forecast and owner; funders with restriction; places served; needs; reach.';
comment on column program_facts.withdrawn_seq is 'The earlier fact that this one takes back or replaces.';

create table hourly_rates (
  system_id uuid not null references systems,
  rate_class text not null check (rate_class ~ '^[a-z][a-z0-9-]*$'),
  from_on date not null,
  seq integer not null check (seq >= 1),
  department_id text,
  cents_per_hour integer not null check (cents_per_hour >= 0),
  fringe_basis_points integer not null check (fringe_basis_points between 0 and 20000),
  source text not null check (source <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (system_id, rate_class, from_on, seq),
  foreign key (system_id, department_id) references departments
);
comment on table hourly_rates is 'append-only. What an hour of paid time costs, by class and from a day on; of two for one day the later said counts, for entries posted after it.';

create table indirect_rates (
  system_id uuid not null references systems,
  basis text not null check (basis in ('hospital', 'research', 'community')),
  from_on date not null,
  seq integer not null check (seq >= 1),
  basis_points integer not null check (basis_points between 0 and 20000),
  source text not null check (source <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (system_id, basis, from_on, seq)
);
comment on table indirect_rates is 'append-only. Indirect cost as a share of direct cost, up to three kinds, from a day on, with where it was worked out.';

create table activities (
  system_id uuid not null references systems,
  activity_id text not null check (activity_id ~ '^[a-z0-9][a-z0-9-]*$'),
  program_id text,
  facility_id text,
  name text not null check (name <> ''),
  indirect_basis text check (indirect_basis in ('hospital', 'research', 'community')),
  made_by text not null,
  made_at timestamptz not null,
  primary key (system_id, activity_id),
  foreign key (system_id, program_id) references programs,
  foreign key (system_id, facility_id) references facilities
);
comment on table activities is 'What entries are about and what is decided on: one health fair series, one grant, one class. Entries name one.';

create table activity_decisions (
  system_id uuid not null,
  activity_id text not null,
  fiscal_year smallint not null,
  seq integer not null check (seq >= 1),
  answers jsonb not null,
  outcome text not null check (outcome in ('counts', 'counts-partly', 'community-building', 'narrative-only', 'does-not-count')),
  share_basis_points integer not null check (share_basis_points between 0 and 10000),
  category text,
  reason text not null check (reason <> ''),
  rule_version text not null,
  evidence text[] not null default '{}',
  decided_by text not null,
  decided_at timestamptz not null,
  reviewed_by text,
  primary key (system_id, activity_id, fiscal_year, seq),
  foreign key (system_id, activity_id) references activities,
  check ((outcome = 'counts-partly') = (share_basis_points not in (0, 10000)))
);
comment on table activity_decisions is 'append-only. Whether an activity counts as community benefit in a year: the answers, what the rules made of them, and who looked at it. The last one counts.';
comment on column activity_decisions.category is 'The category of the Catholic Health Association, such as A1 or F8; null where nothing counts.';

create table ledger_imports (
  system_id uuid not null references systems,
  import_id text not null,
  source_key text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  mapping jsonb not null,
  rows_posted integer not null check (rows_posted >= 1),
  posted_by text not null,
  posted_at timestamptz not null,
  primary key (system_id, import_id),
  unique (system_id, source_key, fingerprint)
);
comment on table ledger_imports is 'append-only. Files whose rows were posted, each once and whole, with how its columns were read.';

create table import_mappings (
  system_id uuid not null references systems,
  source_key text not null check (source_key ~ '^[a-z][a-z0-9-]*$'),
  seq integer not null check (seq >= 1),
  mapping jsonb not null,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (system_id, source_key, seq)
);
comment on table import_mappings is 'append-only. How the columns of an office''s own file are read, kept by source; the last one counts.';

create table ledger_entries (
  system_id uuid not null,
  entry_no bigint not null check (entry_no >= 1),
  facility_id text not null,
  fiscal_year smallint not null,
  happened_on date not null,
  kind text not null check (kind in ('paid-time', 'unpaid-time', 'cash', 'goods', 'space', 'foregone-charges', 'offset', 'loan', 'repayment', 'purchase', 'hire', 'people')),
  activity_id text,
  amount_cents bigint not null,
  minutes integer not null,
  people integer not null,
  encounters integer not null,
  is_assigned boolean,
  on_paid_time boolean,
  is_restricted boolean,
  giver text check (giver in ('student', 'resident', 'faculty', 'staff', 'board', 'community')),
  rate_class text,
  place_id text,
  tier smallint check (tier in (1, 2)),
  is_addressable boolean,
  certificate text,
  wage_cents_per_hour integer check (wage_cents_per_hour >= 0),
  is_impact boolean,
  counterparty text,
  note text,
  reverses_no bigint,
  import_id text,
  line integer,
  posted_by text not null,
  posted_at timestamptz not null,
  primary key (system_id, entry_no),
  foreign key (system_id, facility_id) references facilities,
  foreign key (system_id, activity_id) references activities,
  foreign key (system_id, reverses_no) references ledger_entries (system_id, entry_no),
  foreign key (system_id, import_id) references ledger_imports,
  unique (system_id, reverses_no)
);
comment on table ledger_entries is 'append-only. What happened on a day at a facility: time, money, goods, space, loans, purchases, hires, people reached. Nothing here belongs to a regime.';
comment on column ledger_entries.amount_cents is 'Cost in whole cents; of paid time, minutes at the rate in force, worked out once when it was posted. Negative in a reversal. 0 where the entry has no money.';
comment on column ledger_entries.people is 'Different people reached, as counted by who reports it; encounters are kept apart and the two are never added.';
comment on column ledger_entries.place_id is 'Where: of a hire the residence at the time of hire, of a purchase the operating address, else where it happened.';
comment on column ledger_entries.reverses_no is 'The entry that this one takes back. An entry is taken back once.';
create index ledger_entries_by_year on ledger_entries (system_id, fiscal_year, facility_id);
create index ledger_entries_by_activity on ledger_entries (system_id, activity_id, fiscal_year);

create table period_locks (
  system_id uuid not null,
  facility_id text not null,
  fiscal_year smallint not null,
  seq integer not null check (seq >= 1),
  action text not null check (action in ('locked', 'reopened')),
  reason text not null check (reason <> ''),
  done_by text not null,
  done_at timestamptz not null,
  primary key (system_id, facility_id, fiscal_year, seq),
  foreign key (system_id, facility_id) references facilities
);
comment on table period_locks is 'append-only. A year of a facility is closed, or opened again for a restatement, with the reason; the last one counts.';

create table facility_years (
  system_id uuid not null,
  facility_id text not null,
  fiscal_year smallint not null,
  seq integer not null check (seq >= 1),
  amounts jsonb not null,
  source text not null check (source <> ''),
  said_by text not null,
  said_at timestamptz not null,
  primary key (system_id, facility_id, fiscal_year, seq),
  foreign key (system_id, facility_id) references facilities
);
comment on table facility_years is 'append-only. Amounts of a hospital''s year that come from its accounts and not from entries: total expense, gross charges, taxes, bad debt, Medicare, net patient revenue, ratios; in cents. The last one counts.';

create table assistance_counts (
  system_id uuid not null,
  facility_id text not null,
  fiscal_year smallint not null,
  seq integer not null check (seq >= 1),
  outcome text not null check (outcome in ('submitted-complete', 'submitted-incomplete', 'approved', 'denied', 'screening-declined', 'screening-ignored')),
  dimension text not null check (dimension in ('all', 'reason', 'race', 'ethnicity', 'sex', 'language')),
  answer text not null,
  people integer not null check (people >= 0),
  primary key (system_id, facility_id, fiscal_year, seq),
  foreign key (system_id, facility_id) references facilities
);
comment on table assistance_counts is 'append-only. Applications for financial assistance, counted as 210 ILCS 76/22 asks for them; small counts are withheld where they are shown.';

do $$
declare
  tenant constant text := 'system_id = nullif(current_setting(''evenspan.system'', true), '''')::uuid';
  -- Each subselect is worked out once a query, not once a row.
  at_facility constant text := '((select evenspan_keys() && array[''administrator@*'', ''office-staff@*'', ''program-lead@*'', ''finance@*'', ''analyst@*'', ''reviewer@*'', ''worker''])
    or facility_id = any ((select evenspan_facilities(array[''finance'', ''office-staff'', ''program-lead'']))::text[]))';
  own text;
begin
  foreach own in array array['programs', 'program_stages', 'program_facts', 'hourly_rates', 'indirect_rates', 'activities', 'activity_decisions',
    'ledger_imports', 'import_mappings', 'ledger_entries', 'period_locks', 'facility_years', 'assistance_counts']
  loop
    execute format('alter table %I enable row level security', own);
    execute format('alter table %I force row level security', own);
    execute format('create policy %I on %I to evenspan_owner using (%s) with check (%s)', own || '_owner', own, tenant, tenant);
    -- Money and counts of a facility are seen by those who work for the system or for that facility.
    if own in ('ledger_entries', 'facility_years', 'assistance_counts', 'period_locks') then
      execute format('create policy %I on %I for select to evenspan_app using (%s and %s)', own || '_read', own, tenant, at_facility);
      execute format('create policy %I on %I for insert to evenspan_app with check (%s)', own || '_write', own, tenant);
    else
      execute format('create policy %I on %I to evenspan_app using (%s) with check (%s)', own || '_app', own, tenant, tenant);
    end if;
  end loop;
end $$;

grant select, insert, update on programs to evenspan_app;
grant select, insert on program_stages, program_facts, hourly_rates, indirect_rates, activities, activity_decisions, ledger_imports, import_mappings,
  ledger_entries, period_locks, facility_years, assistance_counts to evenspan_app;
