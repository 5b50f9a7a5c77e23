-- What the schema cannot say. The boxes are an index: kept by triggers, so that no statement can forget them.
CREATE VIRTUAL TABLE incident_boxes USING rtree(fid, west, east, south, north);
--> statement-breakpoint
CREATE TRIGGER incidents_boxed AFTER INSERT ON incidents BEGIN
  INSERT INTO incident_boxes VALUES (new.fid, new.west, new.east, new.south, new.north);
END;
--> statement-breakpoint
CREATE TRIGGER incidents_moved AFTER UPDATE OF west, east, south, north ON incidents BEGIN
  UPDATE incident_boxes SET west = new.west, east = new.east, south = new.south, north = new.north WHERE fid = new.fid;
END;
--> statement-breakpoint
CREATE TRIGGER incidents_unboxed AFTER DELETE ON incidents BEGIN
  DELETE FROM incident_boxes WHERE fid = old.fid;
END;
--> statement-breakpoint
CREATE TRIGGER changes_are_final BEFORE UPDATE ON changes BEGIN
  SELECT RAISE(ABORT, 'a committed change is never altered');
END;
--> statement-breakpoint
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes BEGIN
  SELECT RAISE(ABORT, 'a committed change is never removed');
END;
