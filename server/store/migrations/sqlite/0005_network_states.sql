CREATE TABLE `network_states` (
	`number` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`node_id` text,
	`reach_id` text,
	`state` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`source` text NOT NULL,
	`by` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `network_states_id_unique` ON `network_states` (`id`);--> statement-breakpoint
CREATE INDEX `network_states_valid_from` ON `network_states` (`valid_from`);