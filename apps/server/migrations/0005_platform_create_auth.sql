-- Security of the platform: what each stored key is for, the chain over the audit, log-in, separated administrators.

-- 1. Keys. One active key per purpose; old field keys stay as 'decrypt' until rotation has left them behind.
alter table platform.crypto_key
  add column purpose text not null default 'field' check (purpose in ('field', 'lookup', 'audit'));
comment on column platform.crypto_key.purpose is 'field: seals columns; lookup: keyed hashes, stable over rotation; audit: chains the audit';
create unique index crypto_key_one_active on platform.crypto_key (purpose) where state = 'active';

-- 2. Audit chain (docs/decisions/0011-audit-chain.md). Writers never wait for each other: they insert, a sealer links.
create table platform.audit_pending (
  entry_id bigint primary key
);
comment on table platform.audit_pending is 'Audit rows that the sealer has not linked yet, normally those of the last second';

create table platform.audit_link (
  seq bigint primary key check (seq > 0),
  entry_id bigint not null unique,
  hash bytea not null
);
comment on table platform.audit_link is 'The chain over audit_entry in the order of sealing: every hash is keyed and covers the hash before it';

create function platform.queue_audit_entry() returns trigger
language plpgsql security definer set search_path = pg_catalog, platform as $$
begin
  insert into platform.audit_pending (entry_id) values (new.id) on conflict do nothing;
  return null;
end $$;
create trigger audit_entry_queue after insert on platform.audit_entry
  for each row execute function platform.queue_audit_entry();

-- Grants stop the application; this stops the owner's slip of the hand. Intent is what the chain is for.
create function platform.refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger audit_entry_append_only before update or delete or truncate on platform.audit_entry
  for each statement execute function platform.refuse_audit_change();
create trigger audit_link_append_only before update or delete or truncate on platform.audit_link
  for each statement execute function platform.refuse_audit_change();

-- The only way to extend the chain: exactly at its end, and only over rows that wait.
create function platform.append_audit_links(first_seq bigint, entry_ids bigint[], hashes bytea[]) returns void
language plpgsql security definer set search_path = pg_catalog, platform as $$
declare
  taken bigint;
begin
  if first_seq <> (select coalesce(max(seq), 0) + 1 from platform.audit_link) then
    raise exception 'the audit chain does not end before %', first_seq;
  end if;
  delete from platform.audit_pending where entry_id = any (entry_ids);
  get diagnostics taken = row_count;
  if taken <> cardinality(entry_ids) or taken <> cardinality(hashes) then
    raise exception 'only waiting audit rows can be linked';
  end if;
  insert into platform.audit_link (seq, entry_id, hash)
  select first_seq + u.ordinality - 1, u.entry_id, u.hash
  from unnest(entry_ids, hashes) with ordinality as u(entry_id, hash, ordinality);
end $$;
revoke all on function platform.append_audit_links from public;
grant execute on function platform.append_audit_links to anye_app;
grant select on platform.audit_pending, platform.audit_link to anye_app;

-- 3. Log-in. Tables of better-auth (username and two-factor plug-ins) under snake_case names; "user".id = user_account.id.
create schema auth;
grant usage on schema auth to anye_app;

create table auth."user" (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  username text unique,
  display_username text,
  two_factor_enabled boolean default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth."user" is 'Log-in half of organization.user_account, kept by better-auth';
comment on column auth."user".name is 'Name of the official';
comment on column auth."user".email is 'Required by the library and shown in authenticators: <user name>@anye.invalid, never an address of a person';

create table auth.session (
  id uuid primary key,
  token text not null unique,
  user_id uuid not null references auth."user" (id) on delete cascade,
  expires_at timestamptz not null,
  seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.session is 'Open log-ins; deleting the row logs out';
comment on column auth.session.expires_at is 'Absolute end, whatever happens';
comment on column auth.session.seen_at is 'Last request (to the minute), for idle log-out';
comment on column auth.session.ip_address is 'Address the log-in came from';
create index session_by_user on auth.session (user_id);

create table auth.account (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider_id, account_id)
);
comment on table auth.account is 'Credentials: one row per user, provider "credential"';
comment on column auth.account.password is 'argon2id hash (RFC 9106)';
create index account_by_user on auth.account (user_id);

create table auth.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
comment on table auth.verification is 'Short-lived state of the second factor between password and code';
create index verification_identifier on auth.verification (identifier);

create table auth.two_factor (
  id uuid primary key,
  user_id uuid not null references auth."user" (id) on delete cascade,
  secret text not null,
  backup_codes text not null,
  verified boolean default true,
  failed_verification_count integer default 0,
  locked_until timestamptz
);
comment on table auth.two_factor is 'TOTP secrets (RFC 6238) and backup codes, encrypted by better-auth with the log-in secret';
create index two_factor_user on auth.two_factor (user_id);

create table auth.log_in_failure (
  user_name text primary key,
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz
);
comment on table auth.log_in_failure is 'Failures in a row per typed name, existing or not, so that a lock betrays no account; forgotten after a day';
create index log_in_failure_last on auth.log_in_failure (last_at);

grant select, insert, update, delete on all tables in schema auth to anye_app;

-- 4. Three separated administrators (GB/T 22239-2019 8.1.4.2): the database refuses what the use case refuses.
create function organization.separate_administrators() returns trigger
language plpgsql security definer set search_path = pg_catalog, organization as $$
declare
  administrators constant text[] := array['system_admin', 'security_admin', 'audit_admin'];
begin
  -- Two grants to one user at the same time wait for each other here.
  perform 1 from organization.user_account where id = new.user_id for update;
  if exists (
    select 1 from organization.role_grant g
    where g.user_id = new.user_id and g.id <> new.id and g.role <> new.role
      and (g.role = any (administrators) or new.role = any (administrators))
      and g.valid_from <= coalesce(new.valid_to, 'infinity') and new.valid_from <= coalesce(g.valid_to, 'infinity')
  ) then
    raise exception 'an administrator holds no other role' using errcode = 'check_violation', constraint = 'role_grant_administrators';
  end if;
  return new;
end $$;
-- A grant that was revoked on its first day ends before it begins and holds never.
create trigger role_grant_administrators before insert or update on organization.role_grant
  for each row when (new.valid_to is null or new.valid_to >= new.valid_from) execute function organization.separate_administrators();
