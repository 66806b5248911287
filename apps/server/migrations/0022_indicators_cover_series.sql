-- A trend reads two months of books at every opening of the wall chart: with the closing number in the index it need not
-- visit the rows.

drop index indicators.ledger_series;
create index ledger_series on indicators.ledger (key, division, day) include (closing);
