// Made from the server's description of its API by `npm run generate -w @labcast/api-client`.

export interface paths {
  '/api/v1/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All assignments with their environments */
    get: operations['listAssignments'];
    put?: never;
    /** Makes an assignment with its dev environment */
    post: operations['createAssignment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes all of an assignment; may be repeated */
    delete: operations['removeAssignment'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/capacity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the host has, uses and has promised */
    get: operations['getCapacity'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One environment; one that was deleted too */
    get: operations['getEnvironment'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts, stops, or tries again what failed */
    post: operations['act'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/blueprint': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Its lab.yaml, as it was written */
    get: operations['getBlueprint'];
    /** Makes another lab.yaml the wanted one */
    put: operations['applyBlueprint'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened, oldest first, at most 5000 lines at once */
    get: operations['getLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What another lab.yaml would change */
    post: operations['planBlueprint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The present state of each environment, then every change and log line
     * @description Server-sent events: `environment` with an EnvironmentView, `log` with `{environmentId, line}`, `heartbeat` every 5 seconds.
     */
    get: operations['watchEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/images': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Images with what they need */
    get: operations['listImages'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/receipts/{assignment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was allocated for each environment of that name, newest first */
    get: operations['getReceipts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sweeps': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Asks for a search for orphans, and for their removal */
    post: operations['requestSweep'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sweeps/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A sweep; its result once it has `finishedAt` */
    get: operations['getSweep'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/types': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Blueprints that can be made by name, with their parameters */
    get: operations['listTypes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/healthz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether the process serves */
    get: operations['getHealth'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/readyz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether labs can be made and changed now */
    get: operations['getReadiness'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Assignment: {
      /** Format: date-time */
      createdAt: string;
      name: string;
      parameters: {
        [key: string]: string;
      };
      type?: string;
    };
    Assignments: {
      assignments: {
        /** Format: date-time */
        createdAt: string;
        environments: components['schemas']['EnvironmentView'][];
        name: string;
        parameters: {
          [key: string]: string;
        };
        type?: string;
      }[];
    };
    Blueprint: {
      /** @description The whole lab.yaml. */
      blueprint: string;
    };
    Capacity: {
      ageSeconds?: number;
      environments: number;
      /** @description As last seen; absent before the first look. */
      host?: {
        cpus: number;
        images: string[];
        memoryAvailableBytes: number;
        memoryTotalBytes: number;
        nameServers: string[];
        poolTotalBytes: number;
        poolUsedBytes: number;
        uplinkSubnet: string;
      };
      /** Format: date-time */
      observedAt?: string;
      /** @description How much may be promised for each byte that there is. */
      overcommit: {
        memory: number;
        storage: number;
      };
      /** @description The sum of what the labs may take. */
      promised: {
        memoryBytes: number;
        storageBytes: number;
      };
    };
    Change: {
      /** @enum {string} */
      action: 'create' | 'change' | 'restart' | 'replace' | 'remove';
      destroysData: boolean;
      element: string;
      message: string;
    };
    CreateAssignmentRequestInput: {
      /** @description A lab.yaml, instead of a type. */
      blueprint?: string;
      /** @description By default the type, or the type with a number. */
      name?: string;
      parameters?: {
        [key: string]: string;
      };
      type?: string;
    };
    CreatedAssignment: {
      assignment: components['schemas']['Assignment'];
      environment: components['schemas']['EnvironmentView'];
    };
    EnvironmentStatus: {
      attempts: number;
      conditions: {
        /** @description One sentence, for people. */
        message: string;
        /** @description One word, for programs. */
        reason: string;
        since: string;
        /** @enum {string} */
        status: 'true' | 'false' | 'unknown';
        type: string;
      }[];
      elements: {
        addresses: string[];
        instances: string[];
        /** @enum {string} */
        kind: 'container' | 'vm' | 'cluster' | 'app' | 'gateway';
        name: string;
        reason?: string;
        /** @enum {string} */
        state:
          | 'planned'
          | 'waiting'
          | 'starting'
          | 'updating'
          | 'stopping'
          | 'ready'
          | 'attention'
          | 'failed'
          | 'stopped'
          | 'deleting'
          | 'gone'
          | 'unknown';
        url?: string;
      }[];
      lastError?: {
        at: string;
        code: string;
        message: string;
        remedy?: string;
      };
      /** @enum {string} */
      state:
        | 'planned'
        | 'waiting'
        | 'starting'
        | 'updating'
        | 'stopping'
        | 'ready'
        | 'attention'
        | 'failed'
        | 'stopped'
        | 'deleting'
        | 'gone'
        | 'unknown';
      steps: {
        element?: string;
        endedAt?: string;
        id: string;
        message?: string;
        startedAt?: string;
        /** @enum {string} */
        state: 'waiting' | 'running' | 'done' | 'failed';
        title: string;
      }[];
    };
    EnvironmentView: {
      assignment: string;
      /** Format: date-time */
      createdAt: string;
      /** @description `dev`, `prod` or the student. */
      environment: string;
      /** @description Counts every change of what is wanted. */
      generation: number;
      id: string;
      key: string;
      /**
       * Format: date-time
       * @description When nothing was left of it.
       */
      removedAt?: string;
      /** @enum {string} */
      role: 'dev' | 'prod' | 'student' | 'rehearsal';
      /** @description Whether it is as wanted. */
      settled: boolean;
      status: components['schemas']['EnvironmentStatus'];
      /** @description The type that its assignment was made of. */
      type?: string;
      /** Format: date-time */
      updatedAt: string;
      /** @enum {string} */
      wanted: 'running' | 'stopped' | 'absent';
    };
    ErrorView: {
      error: {
        /** @description What went wrong, for programs. */
        code: string;
        /** @description What went wrong, for people. */
        message: string;
        /** @description Each single thing that is wrong. */
        problems?: components['schemas']['Problem'][];
        remedy?: string;
        /** @description Finds this call in the server's log. */
        requestId: string;
      };
    };
    Images: {
      images: {
        alias?: string;
        defaultUser: string;
        /** @enum {string} */
        display: 'none' | 'terminal' | 'desktop';
        /** @enum {string} */
        kind: 'machine' | 'node' | 'gateway' | 'app';
        minimum: {
          /** @description Cores. */
          cpu: number;
          memoryBytes: number;
          storageBytes: number;
        };
        name: string;
        port?: number;
        /** @description Whether this host has it built. */
        ready: boolean;
        recommended: {
          /** @description Cores. */
          cpu: number;
          memoryBytes: number;
          storageBytes: number;
        };
        reference?: string;
        summary: string;
      }[];
    };
    Log: {
      lines: components['schemas']['LogLine'][];
    };
    LogLine: {
      /** Format: date-time */
      at: string;
      element?: string;
      id: string;
      /** @enum {string} */
      level: 'info' | 'warning' | 'error';
      message: string;
    };
    Plan: {
      changes: components['schemas']['Change'][];
    };
    Problem: {
      column?: number;
      file?: string;
      /** @description Counts from 1. */
      line?: number;
      message: string;
      /** @description Dotted, such as `elements.web.memory`. */
      path?: string;
      /** @description What to do about it, as an imperative sentence. */
      remedy?: string;
    };
    Readiness: {
      database: {
        message: string;
        ok: boolean;
      };
      engine: {
        message: string;
        ok: boolean;
      };
      ready: boolean;
    };
    Receipts: {
      environments: {
        /** @description Whether all that was ever allocated is verifiably gone. */
        complete: boolean;
        /** Format: date-time */
        createdAt: string;
        environment: string;
        id: string;
        /** Format: date-time */
        removedAt?: string;
        rows: {
          /** Format: date-time */
          goneAt?: string;
          /** @enum {string} */
          kind: 'bridge' | 'egress' | 'instance';
          name: string;
          /** Format: date-time */
          requestedAt: string;
          /** Format: date-time */
          seenAt?: string;
        }[];
      }[];
    };
    RemovedAssignment: {
      environments: components['schemas']['EnvironmentView'][];
    };
    Sweep: {
      error?: string;
      finishedAt?: string;
      id: string;
      orphans: {
        /** @enum {string} */
        kind: 'bridge' | 'egress' | 'instance';
        name: string;
        reason: string;
      }[];
      remove: boolean;
      requestedAt: string;
    };
    Types: {
      types: {
        name: string;
        parameters: {
          default: string;
          /** @enum {string} */
          kind: 'size' | 'count' | 'cores' | 'text';
          maximum?: string;
          minimum?: string;
          name: string;
          summary: string;
        }[];
        summary: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listAssignments: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Assignments'];
        };
      };
    };
  };
  createAssignment: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CreateAssignmentRequestInput'];
      };
    };
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedAssignment'];
        };
      };
    };
  };
  removeAssignment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovedAssignment'];
        };
      };
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovedAssignment'];
        };
      };
    };
  };
  getCapacity: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Capacity'];
        };
      };
    };
  };
  getEnvironment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvironmentView'];
        };
      };
    };
  };
  act: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          action: 'start' | 'stop' | 'retry';
        };
      };
    };
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvironmentView'];
        };
      };
    };
  };
  getBlueprint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Blueprint'];
        };
      };
    };
  };
  applyBlueprint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default false */
          allowDataLoss?: boolean;
          blueprint: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvironmentView'];
        };
      };
    };
  };
  getLog: {
    parameters: {
      query?: {
        after?: string;
      };
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Log'];
        };
      };
    };
  };
  planBlueprint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          blueprint: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Plan'];
        };
      };
    };
  };
  watchEvents: {
    parameters: {
      query?: {
        environment?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listImages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Images'];
        };
      };
    };
  };
  getReceipts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Receipts'];
        };
      };
    };
  };
  requestSweep: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          remove: boolean;
        };
      };
    };
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sweep'];
        };
      };
    };
  };
  getSweep: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Sweep'];
        };
      };
    };
  };
  listTypes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ErrorView'];
        };
      };
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Types'];
        };
      };
    };
  };
  getHealth: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            ok: true;
          };
        };
      };
    };
  };
  getReadiness: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
      /** @description Default Response */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Readiness'];
        };
      };
    };
  };
}
