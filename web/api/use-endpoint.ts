/** Server state: one cached query per endpoint and input. A live change invalidates by the endpoint's path. */
import { type UseQueryReturn, useQuery } from '@pinia/colada'
import { type MaybeRefOrGetter, toValue } from 'vue'
import type { z } from 'zod'
import type { Endpoint, Inputs, Sent } from '#contract/endpoint'
import { call } from './client.ts'

/** Not asked while `input` is null. The last answer stays while the next one is on its way. */
export const useEndpoint = <I extends Inputs, O extends z.ZodType>(
  endpoint: Endpoint<I, O>,
  input: MaybeRefOrGetter<Sent<I> | null>,
): UseQueryReturn<z.output<O>, Error> =>
  useQuery<z.output<O>, Error>({
    key: () => [endpoint.path, JSON.stringify(toValue(input))],
    enabled: () => toValue(input) !== null,
    placeholderData: (previous) => previous,
    query: ({ signal }) => {
      const given = toValue(input)
      return given === null ? Promise.reject(new Error('asked without input')) : call(endpoint, given, { signal })
    },
  })
