-- A merged village's facts move to its successor: the village is where a row stands, not what it says, so the append-only
-- tables allow this one column to follow.
grant update (division) on registry.evidence, registry.training, registry.version to anye_app;
