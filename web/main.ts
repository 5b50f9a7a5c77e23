/** Starts the browser side. The map, the forms and their libraries come in their own files, when first shown. */
import { PiniaColada } from '@pinia/colada'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { z } from 'zod'
import App from './App.vue'
import { startFonts } from './theme/fonts.ts'
import './theme/tokens.css'
import './theme/base.css'

// Zod would try `eval` once, which the Content-Security-Policy forbids and reports.
z.config({ jitless: true })
startFonts()

createApp(App)
  .use(createPinia())
  .use(PiniaColada, { queryOptions: { staleTime: 30_000 } })
  .mount('#app')
