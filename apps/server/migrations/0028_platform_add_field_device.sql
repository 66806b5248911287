-- Phones of field users (docs/decisions/0018-phone-sessions.md): a registered phone stays signed in for weeks, can be told to forget what
-- it holds, and gets back the key to its unsent work.
create table auth.field_device (
  id uuid primary key,
  device_id uuid not null,
  user_id uuid not null references auth."user" (id) on delete cascade,
  label text not null check (length(label) between 1 and 80),
  recovery_key_sealed bytea not null,
  registered_at timestamptz not null,
  contact_at timestamptz not null,
  wipe_asked_at timestamptz,
  wiped_at timestamptz,
  unique (device_id, user_id)
);
comment on table auth.field_device is 'Phones on which a person has used the field app';
comment on column auth.field_device.device_id is 'Drawn on the phone; who knows it may ask whether to wipe, nothing else';
comment on column auth.field_device.label is 'Kind of device as the browser says it';
comment on column auth.field_device.recovery_key_sealed is 'Encrypted key of this person''s unsent work on this phone, handed out after a log-in only';
comment on column auth.field_device.contact_at is 'Last time the phone spoke to the server';
comment on column auth.field_device.wipe_asked_at is 'Somebody ended its session: the phone forgets its pack at the next contact';
comment on column auth.field_device.wiped_at is 'The phone said that it has';
create index field_device_user on auth.field_device (user_id);

alter table auth.session add column field_device_id uuid references auth.field_device (id) on delete set null;
comment on column auth.session.field_device_id is 'The registered phone; null at a desk';

create table auth.hand_over (
  token_id text not null,
  issuer text not null,
  expires_at timestamptz not null,
  primary key (issuer, token_id)
);
comment on table auth.hand_over is 'Hand-over tokens of partners that were used, so that none serves twice; forgotten once they have expired';

grant select, insert, update, delete on auth.field_device to anye_app;
grant select, insert, delete on auth.hand_over to anye_app;
