-- Households and labourers are worked out together by indicators.states (apps/server/definitions).

drop function indicators.household_states;
