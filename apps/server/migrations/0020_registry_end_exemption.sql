-- An exemption may be declined while it waits, or end before its last day when the ground is gone: the person re-enters then.

alter table registry.exemption add column ended_by uuid, add column ended_at timestamptz, add column end_note text;
comment on column registry.exemption.ended_at is 'When it was declined (never approved) or ended early; until_on is then the last day it held';
comment on column registry.exemption.end_note is 'Why it was declined or ended early';

create or replace view registry.pub_exemption with (security_invoker = true) as
  select id, person_id, division, reason, from_on, until_on, approved_by, approved_at, asked_by,
    case when approved_at is not null then 'approved' when ended_at is not null then 'declined' else 'asked' end as state
  from registry.exemption;
