create view indicators.pub_day as select day, state, closed_at, head from indicators.day;
comment on view indicators.pub_day is 'Closed and reconstructed days, for reports';
grant select on indicators.pub_day to anye_app;
