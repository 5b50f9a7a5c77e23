CREATE TABLE `change_incidents` (
	`incident_id` text NOT NULL,
	`sequence` integer NOT NULL,
	PRIMARY KEY(`incident_id`, `sequence`)
);
--> statement-breakpoint
CREATE TABLE `changes` (
	`sequence` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`why` text NOT NULL,
	`kind` text NOT NULL,
	`incident_ids` text NOT NULL,
	`records` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `daily_numbers` (
	`day` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `incident_units` (
	`code` text NOT NULL,
	`fid` integer NOT NULL,
	PRIMARY KEY(`code`, `fid`),
	FOREIGN KEY (`fid`) REFERENCES `incidents`(`fid`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `incident_units_fid` ON `incident_units` (`fid`);--> statement-breakpoint
CREATE TABLE `incidents` (
	`fid` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`number` text NOT NULL,
	`title` text NOT NULL,
	`description` text NOT NULL,
	`matter` text NOT NULL,
	`medium` text NOT NULL,
	`severity` text NOT NULL,
	`severity_rank` integer NOT NULL,
	`outcome` text NOT NULL,
	`is_cross` integer NOT NULL,
	`kinds` text NOT NULL,
	`rule` text NOT NULL,
	`lead_id` text,
	`lead_name` text,
	`unit_codes` text NOT NULL,
	`unit_names` text NOT NULL,
	`occurred_at` integer NOT NULL,
	`reported_at` integer NOT NULL,
	`next_due_at` integer,
	`status` text NOT NULL,
	`is_demonstration` integer NOT NULL,
	`version` integer NOT NULL,
	`lon` real NOT NULL,
	`lat` real NOT NULL,
	`west` real NOT NULL,
	`south` real NOT NULL,
	`east` real NOT NULL,
	`north` real NOT NULL,
	`search_text` text NOT NULL,
	`report` text NOT NULL,
	`location` text NOT NULL,
	`assessment` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_id_unique` ON `incidents` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `incidents_number_unique` ON `incidents` (`number`);--> statement-breakpoint
CREATE INDEX `incidents_reported_at` ON `incidents` (`reported_at`);--> statement-breakpoint
CREATE INDEX `incidents_occurred_at` ON `incidents` (`occurred_at`);--> statement-breakpoint
CREATE INDEX `incidents_next_due_at` ON `incidents` (`next_due_at`);