/** `npm run migrations`: writes the next migration when server/store/schema.ts has changed. */
import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './server/store/schema.ts',
  out: './server/store/migrations/sqlite',
  casing: 'snake_case',
})
