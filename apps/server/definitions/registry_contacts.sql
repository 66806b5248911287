-- Which households lack a contact on a day, and why (S77). One place for the list, the counts, the filter of the list of
-- households and the export.

create or replace function registry.pub_contact_on(day date)
returns table (household_id uuid, division text, group_name text, head_name text, contact_id uuid, user_id uuid, name text,
  phone_sealed bytea, from_on date, to_on date, version integer, gap text)
language sql stable parallel safe as $$
  select h.id, h.division, h.group_name, h.head_name, c.id, c.user_id, c.name, c.phone_sealed, c.from_on, c.to_on, c.version,
    case
      when c.id is null and exists (select 1 from registry.contact e
        where e.household_id = h.id and e.voided_at is null and e.to_on < day) then 'term_over'
      when c.id is null then 'none'
      when u.state = 'disabled' then 'account_disabled'
      when p.last_day < day then 'post_ended'
    end
  from registry.household h
  left join registry.contact c on c.household_id = h.id and c.voided_at is null
    and c.from_on <= day and (c.to_on is null or c.to_on >= day)
  left join organization.pub_user u on u.id = c.user_id
  -- Who never held a post is a contact by name alone: no post of theirs can have ended.
  left join (select t.user_id, max(coalesce(t.term_to, 'infinity')) as last_day from organization.pub_term t
    where t.user_id is not null and t.term_from <= day group by t.user_id) p on p.user_id = c.user_id
  where h.status = 'active'
$$;
comment on function registry.pub_contact_on is 'Every active household with its contact on a day; gap says why there is none that holds: none, term_over, account_disabled, post_ended (S77)';
