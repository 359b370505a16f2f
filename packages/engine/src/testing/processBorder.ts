/**
 * A part of the world as one process sees it. After `kill` none of its calls ever answers again, and what was on the way
 * goes on without it: that is all that others notice of a kill -9.
 */
export function createProcessBorder(onCall: () => void = () => undefined): {
  readonly wrap: <Client extends object>(client: Client) => Client;
  readonly kill: () => void;
} {
  let isDead = false;
  const never = new Promise<never>(() => undefined);

  /** Passes a result on unless the process died meanwhile. */
  const hide = async (result: Promise<unknown>): Promise<unknown> => {
    try {
      const value = await result;
      return isDead ? await never : value;
    } catch (error) {
      if (isDead) return never;
      throw error;
    }
  };

  const wrap = <Client extends object>(client: Client): Client =>
    new Proxy(client, {
      get(target, property) {
        const member: unknown = Reflect.get(target, property);
        if (typeof member !== 'function') return member;
        return (...given: unknown[]) => {
          onCall();
          if (isDead) return never;
          // What is told to listeners is heard by the living only.
          const args = given.map((argument) =>
            typeof argument === 'function'
              ? (...told: unknown[]): unknown =>
                  isDead ? undefined : (argument as (...told: unknown[]) => unknown)(...told)
              : argument,
          );
          const result = (member as (...args: unknown[]) => unknown).apply(target, args);
          return result instanceof Promise ? hide(result) : result;
        };
      },
    });
  return {
    wrap,
    kill: () => {
      isDead = true;
    },
  };
}
