const verbs: Readonly<Record<string, string>> = {
  POST: 'made',
  PUT: 'set',
  PATCH: 'changed',
  DELETE: 'deleted',
  GET: 'opened',
};

/** By what the server writes down: `METHOD /address` with its parameters as they are declared. */
const known: Readonly<Record<string, string>> = {
  'POST /api/v1/session': 'signed in',
  'DELETE /api/v1/session': 'signed out',
  'POST /api/v1/setup': 'set the server up',
  'POST /api/v1/courses': 'made a course',
  'PATCH /api/v1/courses/:course': 'changed a course',
  'DELETE /api/v1/courses/:course': 'deleted a course',
  'POST /api/v1/courses/:course/people': 'made an account for a course',
  'PUT /api/v1/courses/:course/people/:person': 'put somebody into a course',
  'DELETE /api/v1/courses/:course/people/:person': 'took somebody out of a course',
  'POST /api/v1/courses/:course/assignments': 'made an assignment',
  'POST /api/v1/assignments': 'made an assignment',
  'PATCH /api/v1/assignments/:assignment': 'renamed an assignment',
  'DELETE /api/v1/assignments/:assignment': 'deleted an assignment',
  'PUT /api/v1/environments/:assignment/:environment/blueprint': 'applied a lab.yaml',
  'POST /api/v1/environments/:assignment/:environment/actions': 'started, stopped or retried a lab',
  'POST /api/v1/people': 'made an account',
  'PATCH /api/v1/people/:person': 'changed an account',
  'DELETE /api/v1/people/:person': 'deleted an account',
  'POST /api/v1/tokens': 'made a token',
  'DELETE /api/v1/tokens/:id': 'revoked a token',
  'PUT /api/v1/password': 'changed the password',
  'POST /api/v1/sweeps': 'looked for orphans',
};

/** What somebody did, in words; for what has none, the verb and the last word of its address. */
export function describeDeed(action: string): string {
  const found = known[action];
  if (found !== undefined) return found;
  const [method = '', path = ''] = action.split(' ');
  const verb = verbs[method];
  const thing = path.split('/').findLast((part) => part !== '' && !part.startsWith(':'));
  return verb === undefined || thing === undefined ? action : `${verb} ${thing}`;
}
