import type { ApiClient } from '@labcast/api-client';

/** What every command gets. */
export interface Context {
  /** Print exactly what the API returned, and nothing else, on standard output. */
  readonly json: boolean;
  connect(): Promise<ApiClient>;
  /** The file that the person gave, to name it in what is wrong with it. */
  blueprintFile?: string;
}
