CREATE TABLE `network_mends` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`problem_id` text NOT NULL,
	`mend` text,
	`by` text NOT NULL,
	`at` integer NOT NULL,
	`why` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `network_mends_id_unique` ON `network_mends` (`id`);