-- Row-level security for every table, applied after each migration; safe to repeat.
-- The application's role sees a row only through one of these sentences.

do $$
declare t record;
begin
  -- The tenant wall: every table with organisation_id, forced for the owner too.
  for t in
    select c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
    where c.relkind in ('r', 'p')
  loop
    execute format('drop policy if exists tenant on public.%I', t.name);
    execute format(
      'create policy tenant on public.%I
         using (organisation_id = nullif(current_setting(''app.organisation_id'', true), '''')::uuid)
         with check (organisation_id = nullif(current_setting(''app.organisation_id'', true), '''')::uuid)',
      t.name);
  end loop;

  for t in
    select c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    where c.relkind in ('r', 'p')
  loop
    execute format('alter table public.%I enable row level security', t.name);
    execute format('alter table public.%I force row level security', t.name);
    execute format('grant select, insert, update, delete on public.%I to kampus_app', t.name);
  end loop;

  -- Logs are written once.
  for t in select unnest(array[
    'audit_event', 'workshop_operation', 'plan_version', 'skill_evidence', 'quiz_attempt'
  ]) as name
  loop
    execute format('revoke update, delete on public.%I from kampus_app', t.name);
  end loop;
end $$;

grant usage on schema public to kampus_app;
grant usage, select on all sequences in schema public to kampus_app;

-- The person acting: named outright, or the holder of the session whose cookie is presented.
create or replace function public.kampus_person() returns uuid language sql stable as $$
  select coalesce(
    nullif(current_setting('app.person_id', true), '')::uuid,
    (select s.person_id from public.session s
     where s.id_hash = nullif(current_setting('app.key', true), '')))
$$;

-- People: oneself, one's organisation's members, the row whose e-mail one names, or the platform's administrator.
drop policy if exists person_seen on public.person;
create policy person_seen on public.person for select using (
  id = (select public.kampus_person())
  or email = nullif(current_setting('app.key', true), '')
  or current_setting('app.scope', true) = 'platform'
  or exists (
    select 1 from public.membership m
    where m.person_id = person.id
      and m.organisation_id = nullif(current_setting('app.organisation_id', true), '')::uuid));
drop policy if exists person_made on public.person;
create policy person_made on public.person for insert with check (
  email = nullif(current_setting('app.key', true), '')
  or current_setting('app.scope', true) = 'platform');
drop policy if exists person_changed on public.person;
create policy person_changed on public.person for update using (
  id = (select public.kampus_person())
  or email = nullif(current_setting('app.key', true), '')
  or current_setting('app.scope', true) = 'platform');

drop policy if exists organisation_seen on public.organisation;
create policy organisation_seen on public.organisation for select using (
  id = nullif(current_setting('app.organisation_id', true), '')::uuid
  or current_setting('app.scope', true) = 'platform'
  or exists (
    select 1 from public.membership m
    where m.organisation_id = organisation.id
      and m.person_id = (select public.kampus_person())));
drop policy if exists organisation_platform on public.organisation;
create policy organisation_platform on public.organisation
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');

drop policy if exists membership_own on public.membership;
create policy membership_own on public.membership for select using (
  person_id = (select public.kampus_person()));
drop policy if exists membership_platform on public.membership;
create policy membership_platform on public.membership
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');
drop policy if exists team_platform on public.team;
create policy team_platform on public.team
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');
drop policy if exists team_member_platform on public.team_member;
create policy team_member_platform on public.team_member
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');
drop policy if exists audit_platform on public.audit_event;
create policy audit_platform on public.audit_event
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');

drop policy if exists session_own on public.session;
create policy session_own on public.session
  using (
    id_hash = nullif(current_setting('app.key', true), '')
    or person_id = nullif(current_setting('app.person_id', true), '')::uuid
    or current_setting('app.scope', true) = 'platform')
  with check (person_id = nullif(current_setting('app.person_id', true), '')::uuid
    or id_hash = nullif(current_setting('app.key', true), ''));

-- An invitation or reset: whoever holds the token, and for invitations the organisation that sent it.
drop policy if exists secret_link_held on public.secret_link;
create policy secret_link_held on public.secret_link
  using (token_hash = nullif(current_setting('app.key', true), ''))
  with check (token_hash = nullif(current_setting('app.key', true), ''));
drop policy if exists secret_link_platform on public.secret_link;
create policy secret_link_platform on public.secret_link
  using (current_setting('app.scope', true) = 'platform')
  with check (current_setting('app.scope', true) = 'platform');

drop policy if exists rate_limit_any on public.rate_limit;
create policy rate_limit_any on public.rate_limit using (true) with check (true);

-- Joining: the room whose code one names, the seat whose cookie one holds.
drop policy if exists workshop_by_code on public.workshop;
create policy workshop_by_code on public.workshop for select using (
  join_code = nullif(current_setting('app.key', true), ''));
drop policy if exists participant_by_token on public.workshop_participant;
create policy participant_by_token on public.workshop_participant for select using (
  token_hash = nullif(current_setting('app.key', true), ''));
