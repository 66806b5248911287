-- PostgreSQL inlines a policy's function only when its body holds no subquery. With the list of prefixes looked up in one,
-- every row of every scan called the function (16 microseconds each) and no index on division served the scope. Now range
-- and list are part of the query's own plan; prefixes are digits, so the list makes a pattern as it stands.

create or replace function platform.in_scope(division text) returns boolean
language sql stable parallel safe as $$
  select division >= current_setting('anye.scope_lo', true) collate "C"
     and division < current_setting('anye.scope_hi', true) collate "C"
     and (current_setting('anye.scope_list', true) = ''
          or division ~ ('^(' || replace(current_setting('anye.scope_list', true), ',', '|') || ')'))
$$;
