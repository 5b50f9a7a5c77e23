-- Indexes that the schema cannot say: kept by triggers, so that no statement can forget them.
CREATE VIRTUAL TABLE incident_boxes USING rtree(fid, west, east, south, north);
--> statement-breakpoint
CREATE TRIGGER incidents_indexed AFTER INSERT ON incidents BEGIN
  INSERT INTO incident_boxes VALUES (new.fid, new.west, new.east, new.south, new.north);
  INSERT INTO incident_units SELECT DISTINCT value, new.fid FROM json_each(new.unit_codes);
END;
--> statement-breakpoint
CREATE TRIGGER incidents_moved AFTER UPDATE OF west, east, south, north, unit_codes ON incidents BEGIN
  UPDATE incident_boxes SET west = new.west, east = new.east, south = new.south, north = new.north WHERE fid = new.fid;
  DELETE FROM incident_units WHERE fid = new.fid;
  INSERT INTO incident_units SELECT DISTINCT value, new.fid FROM json_each(new.unit_codes);
END;
--> statement-breakpoint
CREATE TRIGGER incidents_unindexed AFTER DELETE ON incidents BEGIN
  DELETE FROM incident_boxes WHERE fid = old.fid;
END;
--> statement-breakpoint
CREATE TRIGGER changes_indexed AFTER INSERT ON changes BEGIN
  INSERT INTO change_incidents SELECT DISTINCT value, new.sequence FROM json_each(new.incident_ids);
END;
--> statement-breakpoint
CREATE TRIGGER changes_are_final BEFORE UPDATE ON changes BEGIN
  SELECT RAISE(ABORT, 'a committed change is never altered');
END;
--> statement-breakpoint
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes BEGIN
  SELECT RAISE(ABORT, 'a committed change is never removed');
END;
