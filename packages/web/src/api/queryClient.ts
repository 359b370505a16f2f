import { QueryCache, QueryClient } from '@tanstack/react-query';
import { heardServer, lostServer } from './events/connection.ts';
import { isUnreachable, RequestError } from './RequestError.ts';
import { retryDelay } from './events/retryDelay.ts';

/** One for the page. Every answer, also a refusal, is a sign of life. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: () => heardServer(),
    onError: (error) => {
      if (isUnreachable(error)) lostServer();
      else if (error instanceof RequestError) heardServer();
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5000,
      // A refusal stays one; a server that starts answers soon.
      retry: (_, error) => isUnreachable(error),
      retryDelay: (failures) => retryDelay(failures, Math.random()),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});
