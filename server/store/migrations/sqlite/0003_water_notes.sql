CREATE TABLE `water_notes` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`section_id` text NOT NULL,
	`month` text NOT NULL,
	`indicator` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`text` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `water_notes_id_unique` ON `water_notes` (`id`);--> statement-breakpoint
CREATE INDEX `water_notes_section_month` ON `water_notes` (`section_id`,`month`);