-- What a backup needs: the owner reads and restores every tenant's rows, one tenant at a time like everyone else.

do $$
declare
  tenant constant text := 'system_id = nullif(current_setting(''evenspan.system'', true), '''')::uuid';
  own text;
begin
  foreach own in array array['releases', 'release_actions', 'release_documents', 'figures', 'figure_inputs'] loop
    execute format('create policy %I on %I to evenspan_owner using (%s) with check (%s)', own || '_owner', own, tenant, tenant);
  end loop;
  execute format('create policy systems_restore on systems for insert to evenspan_owner with check (%s)', tenant);
end $$;

alter table release_actions add column done_by_person uuid;
comment on column release_actions.done_by_person is 'Who did it, where that person had signed in; names can be alike, and can be changed.';
