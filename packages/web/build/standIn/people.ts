import { refuse, type Calls, type Memory } from './standIn.ts';

const person = { id: 'p1', login: 'staff-1', name: 'Staff 1', isAdministrator: true };

/** Any name with the password `labcast-labcast` signs in; the setup link is `/setup/good`. */
export function peopleCalls(memory: Memory): Calls {
  return {
    'GET session': () => ({
      person: memory.isSignedIn ? person : null,
      csrfToken: memory.isSignedIn ? 'stand-in' : null,
      setupNeeded: !memory.isSetUp,
      serverName: 'lab.school.example',
    }),
    'POST session': (_, { password }) => {
      memory.tries += 1;
      if (memory.tries > 5) refuse(429, 'rate-limited', 'Too many tries. Try again in 30 s.');
      if (password !== 'labcast-labcast')
        refuse(401, 'sign-in-refused', 'Name and password do not fit together.');
      memory.isSignedIn = true;
      return {};
    },
    'DELETE session': () => {
      memory.isSignedIn = false;
      return {};
    },
    'POST setup': (_, { token, name }) => {
      if (token !== 'good') refuse(410, 'setup-link-used', 'This link was used.');
      memory.isSetUp = true;
      memory.isSignedIn = true;
      person.name = String(name);
      return {};
    },
  };
}
