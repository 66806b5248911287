-- Who holds which grid on a day (S10): what the modules above cut a phone's pack and their lists by.

create or replace function organization.pub_grid_holder_on(day date)
returns table (id uuid, division text, name text, groups text[], post_id uuid, holder_id uuid, user_id uuid, holder_name text,
  term_from date, term_to date)
language sql stable parallel safe as $$
  select g.id, g.division, g.name, g.groups, g.post_id, h.id, h.user_id, h.name, h.term_from, h.term_to
  from organization.grid g
  left join organization.holder h on h.post_id = g.post_id and h.term_from <= day and (h.term_to is null or h.term_to >= day)
$$;
comment on function organization.pub_grid_holder_on is 'Every grid with its grid member on a day; the holder is null where nobody holds it';
