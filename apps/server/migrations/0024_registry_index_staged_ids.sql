-- A town's staged rows are ten thousand to a village: past jobs look their person up by number, not by going through the village.
create index import_person_lookup on registry.import_person (import_id, id_lookup);
