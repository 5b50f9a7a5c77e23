/** The web build, and how Vitest runs the tests. */
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: 'web',
  plugins: [vue()],
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 1500 },
  // Our own modules lie in web/api, so their paths begin like the API's; they alone end in .ts.
  server: { proxy: { '^/api/(?!.*\\.ts)': 'http://127.0.0.1:4140', '/health': 'http://127.0.0.1:4140' } },
  test: {
    root: '.',
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})
