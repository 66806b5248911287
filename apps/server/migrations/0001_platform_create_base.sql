-- The ground under every module: the application role, the scope of a session, settings, commands, files, audit.

create extension if not exists pg_trgm;

-- The application logs in as anye_app: it owns nothing and cannot bypass row-level security.
do $$
begin
  create role anye_app nosuperuser nobypassrls nocreatedb nocreaterole;
exception when duplicate_object or unique_violation then null;
end $$;

create schema platform;
grant usage on schema platform to anye_app;

-- Scope. The binder sets three settings per transaction (SET LOCAL):
--   anye.scope_lo, anye.scope_hi  the half-open range of 12-digit codes that encloses the scope
--   anye.scope_list               comma-separated code prefixes when the range alone is too wide (义龙新区), else ''
-- Without them every comparison is null and no row is visible: default deny.
create function platform.in_scope(division text) returns boolean
language sql stable parallel safe as $$
  select division >= current_setting('anye.scope_lo', true) collate "C"
     and division < current_setting('anye.scope_hi', true) collate "C"
     and (current_setting('anye.scope_list', true) = ''
          or exists (select 1 from unnest(string_to_array(current_setting('anye.scope_list', true), ',')) as p(prefix)
                     where starts_with(division, p.prefix)))
$$;
comment on function platform.in_scope is 'True when a division code (6 to 15 digits) lies in the scope of this transaction; inlined into policies so that the index on division is used';

create table platform.setting (
  key text not null,
  valid_from date not null,
  value jsonb not null,
  document text,
  updated_by uuid,
  updated_at timestamptz not null default now(),
  primary key (key, valid_from)
);
comment on table platform.setting is 'Parameters with dates and the policy document behind them (S4); the row with the latest valid_from on or before a day holds on that day';

create table platform.crypto_key (
  id integer generated always as identity primary key,
  suite text not null check (suite in ('aes', 'sm')),
  wrapped_key bytea not null,
  state text not null check (state in ('active', 'decrypt', 'retired')),
  created_at timestamptz not null default now()
);
comment on table platform.crypto_key is 'Data keys of field encryption, each wrapped by the key-encryption key that lives outside the database';

create table platform.audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id uuid,
  actor_name text,
  action text not null,
  outcome text not null check (outcome in ('ok', 'refused', 'failed')),
  object_type text,
  object_id text,
  division text collate "C",
  before jsonb,
  after jsonb,
  reason text,
  request_id text,
  address text,
  content_hash bytea not null
);
comment on table platform.audit_entry is 'Append-only record of who did or saw what (GB/T 22239-2019 8.1.4.3); the application may insert and read, never change';
comment on column platform.audit_entry.content_hash is 'Digest of the row''s own content, computed by the writer';
create index audit_entry_actor on platform.audit_entry (actor_id, at);
create index audit_entry_object on platform.audit_entry (object_type, object_id, at);

create table platform.command_claim (
  command_id uuid primary key,
  endpoint text not null,
  actor_id uuid not null,
  request_hash bytea not null,
  response jsonb,
  at timestamptz not null default now()
);
comment on table platform.command_claim is 'One row per accepted command: a replay of the same id answers the first response';

create table platform.event (
  id bigint generated always as identity primary key,
  type text not null,
  payload jsonb not null,
  at timestamptz not null default now()
);
comment on table platform.event is 'Facts in the past tense, written in the transaction that made them; subscribers remember the last id they handled';

create table platform.event_cursor (
  subscriber text primary key,
  last_id bigint not null default 0,
  moved_at timestamptz not null default now()
);
comment on table platform.event_cursor is 'How far each subscriber has read';

create table platform.file (
  id uuid primary key,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 bytea not null,
  purpose text not null,
  owner_id uuid not null,
  division text collate "C",
  created_at timestamptz not null,
  expires_at timestamptz
);
comment on table platform.file is 'Files that people uploaded or the product wrote; the bytes lie in ANYE_HOME/files under the id';
create index file_sha256 on platform.file (sha256);

create table platform.task (
  id uuid primary key,
  kind text not null,
  title text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done bigint not null default 0,
  total bigint,
  detail jsonb,
  owner_id uuid not null,
  cancel_asked boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
comment on table platform.task is 'A long piece of work with its progress: import, export, key rotation, rebuild';

grant select, insert, update, delete on platform.setting, platform.command_claim, platform.event_cursor, platform.file, platform.task to anye_app;
grant select, insert on platform.audit_entry, platform.event to anye_app;
grant select, insert, update on platform.crypto_key to anye_app;
