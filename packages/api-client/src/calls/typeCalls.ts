import type {
  NeedsPlan,
  NewType,
  PlainNeeds,
  Scenarios,
  TypeAnswer,
  TypeDetail,
  Types,
} from '../views.ts';
import type { FetchClient } from './unwrap.ts';
import { unwrap, unwrapNothing } from './unwrap.ts';

/** What a lab can begin as: types, scenarios, needs in plain words. */
export interface TypeCalls {
  types(): Promise<Types>;
  type(name: string): Promise<TypeDetail>;
  saveType(type: NewType): Promise<TypeAnswer>;
  removeType(name: string): Promise<void>;
  scenarios(): Promise<Scenarios>;
  planNeeds(needs: PlainNeeds): Promise<NeedsPlan>;
}

export function createTypeCalls({ GET, POST, DELETE }: FetchClient): TypeCalls {
  const one = '/api/v1/types/{type}';
  return {
    types: async () => unwrap(await GET('/api/v1/types')),
    type: async (type) => unwrap(await GET(one, { params: { path: { type } } })),
    saveType: async (body) => unwrap(await POST('/api/v1/types', { body })),
    removeType: async (type) => unwrapNothing(await DELETE(one, { params: { path: { type } } })),
    scenarios: async () => unwrap(await GET('/api/v1/scenarios')),
    planNeeds: async (body) => unwrap(await POST('/api/v1/needs/plan', { body })),
  };
}
