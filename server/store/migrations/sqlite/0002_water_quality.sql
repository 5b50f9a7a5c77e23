CREATE TABLE `hourly_series` (
	`series` integer PRIMARY KEY NOT NULL,
	`section_id` text NOT NULL,
	`indicator` text NOT NULL,
	`authority` text NOT NULL,
	`is_demonstration` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `hourly_series_site` ON `hourly_series` (`section_id`,`indicator`,`authority`,`is_demonstration`);--> statement-breakpoint
-- By hand: WITHOUT ROWID, so that the values of a series lie together in the order of their hours.
CREATE TABLE `hourly_values` (
	`series` integer NOT NULL,
	`hour` integer NOT NULL,
	`value` real NOT NULL,
	`flag` integer NOT NULL,
	`import_number` integer NOT NULL,
	PRIMARY KEY(`series`, `hour`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `river_chiefs` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`post` text NOT NULL,
	`level` text NOT NULL,
	`unit_name` text NOT NULL,
	`unit_code` text,
	`river_id` text NOT NULL,
	`bank` text NOT NULL,
	`reach_ids` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`is_demonstration` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `river_chiefs_river` ON `river_chiefs` (`river_id`);--> statement-breakpoint
CREATE TABLE `samples` (
	`fid` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`import_id` text NOT NULL,
	`section_id` text NOT NULL,
	`sampled_at` integer NOT NULL,
	`origin` text NOT NULL,
	`authority` text NOT NULL,
	`measured_by` text NOT NULL,
	`is_released` integer NOT NULL,
	`is_demonstration` integer NOT NULL,
	`measurements` text NOT NULL,
	`retired_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `samples_id_unique` ON `samples` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `samples_in_force` ON `samples` (`section_id`,`sampled_at`,`origin`,`authority`) WHERE "samples"."retired_by" is null;--> statement-breakpoint
CREATE INDEX `samples_import_id` ON `samples` (`import_id`);--> statement-breakpoint
CREATE INDEX `samples_retired_by` ON `samples` (`retired_by`);--> statement-breakpoint
CREATE TABLE `section_targets` (
	`section_id` text NOT NULL,
	`target` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL,
	`status` text NOT NULL,
	`is_demonstration` integer NOT NULL,
	PRIMARY KEY(`section_id`, `valid_from`)
);
--> statement-breakpoint
CREATE TABLE `water_imports` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`authority` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`sample_count` integer NOT NULL,
	`hourly_count` integer NOT NULL,
	`first_hour` integer,
	`last_hour` integer,
	`corrected_count` integer NOT NULL,
	`is_demonstration` integer NOT NULL,
	`undone_at` integer,
	`undone_by` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `water_imports_id_unique` ON `water_imports` (`id`);