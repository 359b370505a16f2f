// Made from the server's description of its API by `npm run generate -w @labcast/api-client`.

export interface paths {
  '/api/v1/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /** Changes the caller's own name or e-mail */
    patch: operations['changeAccount'];
    trace?: never;
  };
  '/api/v1/admin/capacity': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was promised to each course and assignment */
    get: operations['getCapacityShares'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/admin/ledger': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was allocated, for whom, and whether it is gone; newest first, 200 at once */
    get: operations['getLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All assignments that the caller may see, with their environments */
    get: operations['listAssignments'];
    put?: never;
    /** Makes an assignment with its dev environment, outside of any course */
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
    /** One assignment, by its slug or its name */
    get: operations['getAssignment'];
    put?: never;
    post?: never;
    /** Deletes all of an assignment; may be repeated */
    delete: operations['removeAssignment'];
    options?: never;
    head?: never;
    /** Gives an assignment of a course another name */
    patch: operations['renameAssignment'];
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/checkpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Checkpoints of an assignment, newest first */
    get: operations['listCheckpoints'];
    put?: never;
    /** Takes a checkpoint of a running environment */
    post: operations['takeCheckpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/checkpoints/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One checkpoint */
    get: operations['getCheckpoint'];
    put?: never;
    post?: never;
    /** Deletes a checkpoint that nothing needs; may be repeated */
    delete: operations['removeCheckpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/class': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every student of an assignment with what has to be known of each */
    get: operations['getClass'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/class/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Does something to several students at once; tells who it was not done to */
    post: operations['actOnClass'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/class/freeze': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Keeps the work of every student as it is now, then stops and locks it */
    post: operations['freezeClass'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/class/policy': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Sets deadline, idle stop and exam; what is left out is no more */
    put: operations['saveClassPolicy'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/class/results.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Each student with the checks, as CSV */
    get: operations['exportResults'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is other in one than in the other: in the lab.yaml, and by file */
    get: operations['compare'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/checks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The checks of a lab, with their last tries */
    get: operations['listChecks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/checks/{check}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs one check of a lab now, and keeps what it finds */
    post: operations['runCheck'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/checks/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Runs all checks of a lab now, and keeps what they find */
    post: operations['runChecks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/help': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Asks the instructor and the assistants for help
     * @description Once more changes the message and keeps the place.
     */
    post: operations['askHelp'];
    /** Says that help is not needed any more, or was given */
    delete: operations['endHelp'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/reset': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes elements anew, from where they came; takes a checkpoint before */
    post: operations['reset'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/restore': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings an environment back to a checkpoint; takes one of what is there before */
    post: operations['restore'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was done to an environment step by step, newest first */
    get: operations['listTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/environments/{environment}/update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Brings a lab to the release that was offered to it; takes a checkpoint before */
    post: operations['takeUpdate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/layout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where its elements stand on the canvas */
    get: operations['getLayout'];
    /** Puts its elements elsewhere on the canvas */
    put: operations['saveLayout'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/pipeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Dev and prod, what differs, the last runs and all releases */
    get: operations['getPipeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/releases': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Releases of an assignment, newest first */
    get: operations['listReleases'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/releases/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One release */
    get: operations['getRelease'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/releases/{number}/go-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes prod what a release is; takes a checkpoint of prod before */
    post: operations['goBackToRelease'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/rollouts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The rollouts of an assignment, newest first */
    get: operations['listRollouts'];
    put?: never;
    /** Deploys a release to students, brings them to a later one, or back */
    post: operations['startRollout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/rollouts/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One rollout with each of its environments */
    get: operations['getRollout'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/rollouts/{number}/{action}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Pauses a rollout, goes on, cancels it, or tries again what failed */
    post: operations['steerRollout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/rollouts/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What a rollout would do to whom, and whether it fits; changes nothing */
    post: operations['planRollout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends a checkpoint through the pipeline */
    post: operations['startRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One run, with its stages */
    get: operations['getRun'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs/{number}/again': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begins a run that failed or was cancelled again */
    post: operations['repeatRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs/{number}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Lets a run that waits for it promote */
    post: operations['approveRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs/{number}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ends a run and removes what it made; may be repeated */
    post: operations['cancelRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/assignments/{assignment}/runs/{number}/log': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened in a run, oldest first, at most 2000 lines at once */
    get: operations['getRunLog'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who changed what, newest first, at most 200 entries at once */
    get: operations['getAudit'];
    put?: never;
    post?: never;
    delete?: never;
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
  '/api/v1/courses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The courses that the caller may see */
    get: operations['listCourses'];
    put?: never;
    /** Makes a course, with the caller as its instructor */
    post: operations['createCourse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One course */
    get: operations['getCourse'];
    put?: never;
    post?: never;
    /** Deletes a course and all of its assignments; may be repeated */
    delete: operations['removeCourse'];
    options?: never;
    head?: never;
    /** Renames a course, archives it, or brings it back */
    patch: operations['changeCourse'];
    trace?: never;
  };
  '/api/v1/courses/{course}/assignments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an assignment in a course */
    post: operations['createCourseAssignment'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/invitations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes links with which people of the course set their first password */
    post: operations['createInvitations'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/invitations/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends the link of somebody whom the course invited; may be repeated */
    delete: operations['removeInvitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/join-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The codes that were made, newest first, without what they say */
    get: operations['listJoinCodes'];
    put?: never;
    /** Makes a code with which students come into the course by themselves */
    post: operations['createJoinCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/join-codes/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Ends a code; may be repeated. Who came by it stays */
    delete: operations['revokeJoinCode'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is in a course */
    get: operations['listCoursePeople'];
    put?: never;
    /** Makes an account and puts it into the course */
    post: operations['createCoursePerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/people/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Puts somebody, given by id or login, into a course, or changes what is known of them there */
    put: operations['setCoursePerson'];
    post?: never;
    /** Takes somebody out of a course; may be repeated */
    delete: operations['removeCoursePerson'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/receipts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was ever allocated in a course, also after it was deleted */
    get: operations['getCourseReceipts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/roster/import': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Puts the people of a file into the course, and changes those who are in it
     * @description New people get no password; invite them. Nobody is taken out who is not named in `remove`.
     */
    post: operations['importRoster'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/courses/{course}/roster/preview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What an import would do: new, changed, unchanged, missing, and mistakes by line */
    post: operations['previewRosterImport'];
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
    /** Starts, stops or restarts all of it, or tries again what failed */
    post: operations['act'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/before-disks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Detaches the disk from before an update, of one element or of all */
    delete: operations['dropBeforeDisks'];
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
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/actions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Starts, stops or restarts one element, or tries again what failed */
    post: operations['actOnElement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/cluster': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Nodes, workloads, pods and the last 50 events of a cluster */
    get: operations['getCluster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/eject': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Takes the ISO disc out of a virtual machine that started from one
     * @description Harmless when it is out already. Made anew from its image, the machine has it again.
     */
    post: operations['ejectDisc'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The files of an element that differ from a release, as a .tar.gz
     * @description Without what changes by itself, such as logs and caches.
     */
    get: operations['exportWork'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What lies in a folder of an element, or with download=1 a file's content
     * @description With the rights of the image's usual user, from whose home a relative path goes. A download begins anew from the middle by `Range: bytes=N-`.
     */
    get: operations['readFiles'];
    /**
     * Takes a piece of a file; the last one puts it in its place
     * @description Pieces follow each other, and one that was cut off is gone on with from where `state` says. Until the last one the file is not there, and an older one stays.
     */
    put: operations['writeFile'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/files/state': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How much of a file that is being uploaded is there */
    get: operations['getUpload'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/logs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Logs of an element: of its start, its journal, its pods, or of how it was set up
     * @description Text. With follow=1 server-sent events: `line` with `{line}`, which can hold several lines, and `heartbeat` every 5 seconds. The gateway’s are for administrators.
     */
    get: operations['readLogs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/page': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * An address that opens the page of an app, once and within a minute
     * @description The page has an origin of its own. `port` is for containers, where several may serve; the first of their `ports` unless told.
     */
    post: operations['openPage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/elements/{element}/viewers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has a console of the element open */
    get: operations['listViewers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/frozen/open': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a running copy of the work that was frozen, to look at */
    post: operations['openFrozen'];
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
  '/api/v1/environments/{assignment}/{environment}/presence': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Says that the caller looks at it, and tells who else does
     * @description To be repeated every 15 seconds. A token of no person is nobody.
     */
    put: operations['markPresent'];
    post?: never;
    /** Says that the caller looks elsewhere now */
    delete: operations['markAbsent'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/environments/{assignment}/{environment}/usage': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What its elements use, measured while somebody looks */
    get: operations['getUsage'];
    put?: never;
    post?: never;
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
     * @description Server-sent events: `environment` with an EnvironmentView, `log` with `{environmentId, line}`, `heartbeat` every 5 seconds. While one environment is watched also `usage` with `{environmentId, at, elements}` about every 3 seconds, `viewers` of consoles with `{environmentId, element, viewers}`, and `presence` with `{environmentId, people}` when others come and go. `messages` with `{environmentId, messages}` when an instructor told something to a lab, `runs` with `{assignment}` when a run of its pipeline moved on.
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
  '/api/v1/images/uploads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Disks that are being uploaded or were, oldest first */
    get: operations['listUploads'];
    put?: never;
    /** Announces a disk */
    post: operations['createUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/images/uploads/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far an upload is */
    get: operations['getDiskUpload'];
    put?: never;
    post?: never;
    /** Removes a disk, whether it is an image already or not */
    delete: operations['removeUpload'];
    options?: never;
    head?: never;
    /** The next part of a disk, of at most 16 MiB */
    patch: operations['appendUpload'];
    trace?: never;
  };
  '/api/v1/invitations/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets the first password by a link, and signs in */
    post: operations['acceptInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/invitations/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whom a link invites, and into which courses */
    post: operations['lookAtInvitation'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/join': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Comes into a course as a student, by a code; may be repeated */
    post: operations['joinCourse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/join/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an account by a code, comes into its course as a student, and signs in */
    post: operations['joinWithAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/join/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Into which course a code leads */
    post: operations['lookAtJoinCode'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/labs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The labs that were made for the caller, newest first */
    get: operations['listLabs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/labs/{lab}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One lab with its instructions, checks and consoles, by the id of its environment */
    get: operations['getLab'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/needs/plan': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A lab.yaml for plain needs, and what the whole class will take */
    post: operations['planNeeds'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes the caller's password and ends all other sessions */
    put: operations['changePassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Everybody who can sign in */
    get: operations['listPeople'];
    put?: never;
    /** Makes an account */
    post: operations['createPerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/people/{person}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Deletes an account; may be repeated */
    delete: operations['removePerson'];
    options?: never;
    head?: never;
    /** Changes an account, given by id or login */
    patch: operations['changePerson'];
    trace?: never;
  };
  '/api/v1/receipts/{assignment}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What was allocated for each environment of that name, newest first
     * @description Of one student or of a section with the checkpoints that were taken of them, removed or not.
     */
    get: operations['getReceipts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/scenarios': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Labs that are ready to start from, the simplest first */
    get: operations['listScenarios'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/server': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Version, addresses and places of this installation */
    get: operations['getServerFacts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['getSession'];
    put?: never;
    /** Signs in: sets the cookie `labcast_session` */
    post: operations['signIn'];
    /** Signs out */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the caller is signed in, last used first */
    get: operations['listSessions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/sessions/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Signs the caller out somewhere; may be repeated */
    delete: operations['endSession'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/setup': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes an administrator's account by a one-time link, and signs in */
    post: operations['setUp'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/setup-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Makes a one-time link to an administrator's account; an older one not used ends */
    post: operations['createSetupLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/setup/look': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a one-time link can still be used, and until when */
    post: operations['lookAtSetupLink'];
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
  '/api/v1/tokens': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The caller's own API tokens */
    get: operations['listTokens'];
    put?: never;
    /** Makes an API token, which is told once */
    post: operations['createToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/tokens/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Makes an API token worthless; may be repeated */
    delete: operations['removeToken'];
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
    /** Labs that can be made by name, with their parameters */
    get: operations['listTypes'];
    put?: never;
    /** Saves a lab as a type, which everybody can make by its name */
    post: operations['saveType'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/v1/types/{type}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One type, with the lab.yaml that it makes without parameters */
    get: operations['getType'];
    put?: never;
    post?: never;
    /** Deletes a saved type; labs that were made of it stay. May be repeated */
    delete: operations['removeType'];
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
    ApiToken: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt?: string;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt?: string;
      name: string;
      scopes: ('read' | 'write' | 'admin')[];
    };
    AppliedEnvironment: {
      assignment: string;
      /** @description Elements that see their disk from before an update, read-only, at /mnt/before. */
      beforeDisks: string[];
      /** @description The generation in which its lab.yaml changed last. */
      blueprintGeneration: number;
      /** @description Who changed its lab.yaml last. */
      changedBy?: string;
      /**
       * @description `in`, as in exams: consoles bring text into the lab, and none out of it.
       * @enum {string}
       */
      clipboard: 'both' | 'in';
      /** Format: date-time */
      createdAt: string;
      /** @description `dev`, `prod` or the student. */
      environment: string;
      /** @description Counts every change of what is wanted. */
      generation: number;
      id: string;
      /** @description Number of the checkpoint that holds what was lost, as 14 of c14. */
      keptIn?: number;
      key: string;
      /**
       * Format: date-time
       * @description When nothing was left of it.
       */
      removedAt?: string;
      /** @enum {string} */
      role: 'dev' | 'prod' | 'student' | 'rehearsal' | 'checkpoint';
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
    Assignment: {
      /** Format: date-time */
      createdAt: string;
      name: string;
      parameters: {
        [key: string]: string;
      };
      /** @description As in addresses of pages, when it is in a course. */
      slug?: string;
      /** @description What people call it, when it is in a course. */
      title?: string;
      type?: string;
    };
    AssignmentAnswer: {
      assignment: components['schemas']['AssignmentDetail'];
    };
    AssignmentDetail: {
      /** @description Absent for one that belongs to no course. */
      course?: {
        name: string;
        /** @enum {string} */
        role: 'instructor' | 'assistant' | 'student';
        slug: string;
      };
      /** Format: date-time */
      createdAt: string;
      /** @description Empty until the first use of one that began blank. */
      environments: components['schemas']['EnvironmentView'][];
      /** @description What commands and environments call it; never changes. */
      handle: string;
      /** @description What people call it. */
      name: string;
      /** @description The most that its environments may take. */
      promised: {
        memoryBytes: number;
        storageBytes: number;
      };
      slug: string;
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
        /** @description As in addresses of pages, when it is in a course. */
        slug?: string;
        /** @description What people call it, when it is in a course. */
        title?: string;
        type?: string;
      }[];
    };
    Audit: {
      entries: {
        action: string;
        actor: string;
        address: string;
        /** Format: date-time */
        at: string;
        id: string;
        /** @enum {string} */
        means:
          | 'session'
          | 'token'
          | 'admin-token'
          | 'sign-in'
          | 'setup-link'
          | 'invitation'
          | 'join-code';
        personId?: string;
        /** @description Of the answer; 101 for a console that was opened. */
        status: number;
        target: string;
      }[];
    };
    Blueprint: {
      /** @description The whole lab.yaml. */
      blueprint: string;
      /** @description 0 while the environment waits for its first use. */
      generation: number;
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
    CapacityShares: {
      /** @description The largest first, by memory. */
      courses: {
        assignments: {
          assignment: string;
          environments: number;
          memoryBytes: number;
          storageBytes: number;
        }[];
        /** @description Its slug; none for labs outside of courses. */
        course?: string;
        environments: number;
        memoryBytes: number;
        name: string;
        storageBytes: number;
      }[];
    };
    Change: {
      /** @enum {string} */
      action: 'create' | 'change' | 'restart' | 'replace' | 'remove';
      destroysData: boolean;
      element: string;
      message: string;
    };
    Checkpoint: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      error?: string;
      /** @description What keeps it from being deleted, as `release r2`. */
      neededBy: string[];
      note: string;
      /** @description 14 of c14. */
      number: number;
      /** @description How long the machines stood still. */
      pauseMs?: number;
      /** @description `asked`, or what it was taken before, such as `before-restore`. */
      reason: string;
      /** @description Made of it. */
      releases: number[];
      /** @description The environment that it was taken of. */
      source: string;
      /** @enum {string} */
      state: 'requested' | 'kept' | 'failed' | 'deleting';
      /**
       * Format: date-time
       * @description The moment that it holds.
       */
      takenAt?: string;
      /** @description What each element used when it was taken. */
      usage: {
        /** @description Cores that were busy since the sample before. */
        cpuCores: number;
        diskBytes: number;
        memoryBytes: number;
        name: string;
      }[];
    };
    CheckpointDetail: {
      /** @description lab.yaml as it was then. */
      blueprint: string;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      error?: string;
      /** @description What keeps it from being deleted, as `release r2`. */
      neededBy: string[];
      note: string;
      /** @description 14 of c14. */
      number: number;
      /** @description How long the machines stood still. */
      pauseMs?: number;
      /** @description `asked`, or what it was taken before, such as `before-restore`. */
      reason: string;
      /** @description Made of it. */
      releases: number[];
      /** @description The environment that it was taken of. */
      source: string;
      /** @enum {string} */
      state: 'requested' | 'kept' | 'failed' | 'deleting';
      /**
       * Format: date-time
       * @description The moment that it holds.
       */
      takenAt?: string;
      /** @description What each element used when it was taken. */
      usage: {
        /** @description Cores that were busy since the sample before. */
        cpuCores: number;
        diskBytes: number;
        memoryBytes: number;
        name: string;
      }[];
    };
    Checkpoints: {
      checkpoints: components['schemas']['Checkpoint'][];
    };
    CheckResult: {
      at: string;
      /** @description Absent when it did not end by itself. */
      exitCode?: number;
      /** @description In words. */
      expected: string;
      milliseconds: number;
      name: string;
      on: string;
      /** @description The beginning of it. */
      output: string;
      passed: boolean;
    };
    CheckTry: {
      askedBy: string;
      /** Format: date-time */
      at: string;
      exitCode?: number;
      expected: string;
      milliseconds: number;
      name: string;
      on: string;
      /** @description What the command wrote, cut. */
      output: string;
      passed: boolean;
    };
    Class: {
      assignment: string;
      /** @description For all places that have no lab yet. */
      forecast?: components['schemas']['Forecast'];
      policy: components['schemas']['ClassPolicy'];
      /** @description The newest. */
      release?: {
        /** Format: date-time */
        createdAt: string;
        number: number;
      };
      /** @description The one that is not at its end, else the last. */
      rollout?: components['schemas']['Rollout'];
      /** @description Needs help first, then by name. */
      students: components['schemas']['Student'][];
    };
    ClassActionInput: {
      /** @enum {string} */
      action:
        'start' | 'stop' | 'restart' | 'reset' | 'checkpoint' | 'extend' | 'delete' | 'message';
      /** @description Of `delete`: how many, such as `3`. */
      confirm?: string;
      /** @description Of `restart` and `reset`; all by default. */
      elements?: string[];
      environments: string[];
      /** @description Of `extend`. */
      minutes?: number;
      /** @description Of `message`. */
      text?: string;
    };
    ClassActionResult: {
      accepted: string[];
      refused: {
        environment: string;
        reason: string;
      }[];
    };
    ClassPolicy: {
      /**
       * Format: date-time
       * @description Then every lab is kept as it is, and frozen.
       */
      deadline?: string;
      /** @description No internet, clipboard into the lab only; doors open and close by the clock. */
      exam?: {
        /** Format: date-time */
        endsAt?: string;
        /** Format: date-time */
        startsAt?: string;
      };
      /** @description Stopped when nobody was there so long. */
      idleMinutes?: number;
    };
    ClassPolicyRequestInput: {
      deadline?: string | null;
      exam?: {
        /** Format: date-time */
        endsAt?: string;
        /** Format: date-time */
        startsAt?: string;
      } | null;
      idleMinutes?: number | null;
    };
    Cluster: {
      events: {
        at: string;
        count: number;
        message: string;
        object: string;
        reason: string;
        warning: boolean;
      }[];
      nodes: {
        address: string;
        message: string;
        name: string;
        ready: boolean;
        version: string;
      }[];
      pods: {
        containers: number;
        message: string;
        name: string;
        namespace: string;
        node: string;
        /** @description The workload that made it. */
        owner: string;
        ready: number;
        restarts: number;
        since: string;
        /** @description Kubernetes's own word. */
        state: string;
      }[];
      workloads: {
        kind: string;
        name: string;
        namespace: string;
        ready: number;
        wanted: number;
      }[];
    };
    Comparison: {
      /** @description Of the lab.yaml. */
      changes: {
        /** @enum {string} */
        action: 'create' | 'change' | 'restart' | 'replace' | 'remove';
        destroysData: boolean;
        element: string;
        message: string;
      }[];
      elements: {
        /** @description The first ones. */
        files: {
          /** @enum {string} */
          change: 'added' | 'changed' | 'removed';
          path: string;
          sizeBytes?: number;
        }[];
        /** @description Where most of them are. */
        folders: {
          count: number;
          path: string;
        }[];
        name: string;
        /** @enum {string} */
        state: 'same' | 'changed' | 'added' | 'removed';
        /** @description Of all files that are other than they were. */
        total: number;
      }[];
      /** @description Why the disks could not be compared. */
      filesError?: string;
      from: string;
      to: string;
    };
    ConsoleViewer: {
      /** @enum {string} */
      console: 'terminal' | 'screen' | 'serial' | 'page' | 'files' | 'logs';
      /** @enum {string} */
      mode: 'control' | 'view';
      personName: string;
      /** Format: date-time */
      since: string;
    };
    Course: {
      /** Format: date-time */
      archivedAt?: string;
      assignments: {
        /** @description Labs in which somebody asks for help. */
        asking: number;
        /** Format: date-time */
        deadline?: string;
        /** @description Labs of students. */
        deployed: number;
        name: string;
        /** @description The newest. */
        release?: number;
        slug: string;
        /**
         * @description Of its dev environment; `planned` when there is none yet.
         * @enum {string}
         */
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
      }[];
      counts: {
        assignments: number;
        people: number;
        /** @description Environments that are meant to run. */
        running: number;
      };
      /** Format: date-time */
      createdAt: string;
      id: string;
      name: string;
      /** @description The most that its labs may take. */
      promised: {
        memoryBytes: number;
        storageBytes: number;
      };
      /**
       * @description Of the caller; administrators are like instructors everywhere.
       * @enum {string}
       */
      role: 'instructor' | 'assistant' | 'student';
      /** @description `networks-2-4f2c`: its last part finds it, so it outlives a new name. */
      slug: string;
    };
    CourseAnswer: {
      course: components['schemas']['Course'];
    };
    CoursePeople: {
      people: {
        /** @description Of somebody who has no password yet. */
        invitation?: {
          /** Format: date-time */
          expiresAt?: string;
          /** @description False for an account that another course made: that one invites. */
          mayInvite: boolean;
          /** @enum {string} */
          state: 'none' | 'open' | 'expired';
        };
        person: components['schemas']['Person'];
        /** @enum {string} */
        role: 'instructor' | 'assistant' | 'student';
        section?: string;
        /** Format: date-time */
        since: string;
        studentNumber?: string;
        /** @description Those of one team of a section share an environment. */
        team?: string;
      }[];
    };
    CoursePersonChangeInput: {
      /** @enum {string} */
      role: 'instructor' | 'assistant' | 'student';
      section?: string | null;
      studentNumber?: string | null;
      team?: string | null;
    };
    CourseReceipts: {
      assignments: {
        environments: {
          /** @description Whether all that was ever allocated is verifiably gone. */
          complete: boolean;
          /** Format: date-time */
          createdAt: string;
          environment: string;
          id: string;
          /** @description Of a checkpoint: the environment that it was taken of. */
          of?: string;
          /** Format: date-time */
          removedAt?: string;
          /** @enum {string} */
          role: 'dev' | 'prod' | 'student' | 'rehearsal' | 'checkpoint';
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
          section?: string;
        }[];
        name: string;
        slug: string;
      }[];
      name: string;
      /**
       * Format: date-time
       * @description Of the course itself.
       */
      removedAt?: string;
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
    CreatedUpload: {
      id: string;
      offset: number;
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
        /**
         * @description Of a virtual machine that runs; software emulation is slow.
         * @enum {string}
         */
        acceleration?: 'kvm' | 'software';
        addresses: string[];
        instances: string[];
        /** @enum {string} */
        kind: 'container' | 'vm' | 'cluster' | 'app' | 'gateway';
        name: string;
        /** @description What happened to it lately without Labcast. */
        notice?: {
          at: string;
          message: string;
        };
        reason?: string;
        /** @description The way forward, where a person has to do something. */
        remedy?: string;
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
        /** @description In the queue of heavy work, counted from 1. */
        place?: number;
        startedAt?: string;
        /** @enum {string} */
        state: 'waiting' | 'running' | 'done' | 'failed';
        title: string;
        /** @description How long the same took lately on this host. */
        usual?: {
          medianMs: number;
          p90Ms: number;
        };
      }[];
    };
    EnvironmentView: {
      assignment: string;
      /** @description Elements that see their disk from before an update, read-only, at /mnt/before. */
      beforeDisks: string[];
      /** @description The generation in which its lab.yaml changed last. */
      blueprintGeneration: number;
      /** @description Who changed its lab.yaml last. */
      changedBy?: string;
      /**
       * @description `in`, as in exams: consoles bring text into the lab, and none out of it.
       * @enum {string}
       */
      clipboard: 'both' | 'in';
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
      role: 'dev' | 'prod' | 'student' | 'rehearsal' | 'checkpoint';
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
        /**
         * Format: date-time
         * @description When it can be opened.
         */
        opensAt?: string;
        /** @description What somebody else has made of it meanwhile. */
        present?: {
          blueprint: string;
          generation: number;
        };
        /** @description Each single thing that is wrong. */
        problems?: components['schemas']['Problem'][];
        remedy?: string;
        /** @description Finds this call in the server's log. */
        requestId: string;
        /** @description When to try again. */
        retryAfterSeconds?: number;
      };
    };
    FileEntry: {
      /**
       * @description Of a link: of what it leads to.
       * @enum {string}
       */
      kind: 'file' | 'directory' | 'other';
      /** @description Octal digits. */
      mode: string;
      /** Format: date-time */
      modifiedAt: string;
      name: string;
      sizeBytes: number;
      /** @description Of a symbolic link: where it leads. */
      target?: string;
    };
    FileList: {
      entries: components['schemas']['FileEntry'][];
      /** @description False when there are more than 5000. */
      isComplete: boolean;
      /** @description Absolute, without links. */
      path: string;
    };
    Forecast: {
      /** @description What the numbers rest on. */
      basis: string;
      fits: boolean;
      /** @description As last seen. */
      host: {
        addresses: number;
        addressesFree: number;
        diskFreeBytes: number;
        diskTotalBytes: number;
        memoryFreeBytes: number;
        memoryTotalBytes: number;
      };
      /** @description For how many it is enough now. */
      most: number;
      needs: {
        addresses: number;
        cpu: number;
        /** @description Written until all are ready; the rest is shared. */
        diskBytes: number;
        /** @description At least, as measured. */
        memoryBytes: number;
        /** @description Until all are ready. */
        milliseconds: number;
        /** @description At most. */
        mostDiskBytes: number;
        /** @description At most. */
        mostMemoryBytes: number;
      };
      problems: components['schemas']['Problem'][];
      /** @description Copies that would be made. */
      students: number;
      /** @description What can be done about it, the least effort first. */
      waysOut: {
        element?: string;
        /** @enum {string} */
        field?: 'memory' | 'storage';
        /** @enum {string} */
        kind: 'fewer-students' | 'smaller' | 'stop-labs' | 'free-storage';
        labs?: string[];
        message: string;
        size?: string;
        students?: number;
      }[];
    };
    HelpRequest: {
      askedBy: string;
      message: string;
      /** Format: date-time */
      since: string;
    };
    Images: {
      images: {
        alias?: string;
        defaultUser: string;
        /** @description An ISO disc: a machine of it starts with that in its drive, beside an empty disk. */
        disc?: boolean;
        /** @enum {string} */
        display: 'none' | 'terminal' | 'desktop';
        /** @enum {string} */
        kind: 'machine' | 'vm' | 'node' | 'gateway' | 'app';
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
    Invitation: {
      courses: {
        name: string;
        /** @description `networks-2-4f2c`: its last part finds it, so it outlives a new name. */
        slug: string;
      }[];
      login: string;
      name: string;
    };
    InvitationRequestInput: {
      /** @description Logins or ids; everybody in the course without a password unless given. */
      people?: string[];
    };
    Invitations: {
      invitations: {
        /** Format: date-time */
        expiresAt: string;
        person: components['schemas']['Person'];
        /** @description Told only now. It works once, and ends an older one. */
        url: string;
      }[];
      refused: {
        person: string;
        reason: string;
      }[];
    };
    JoinCode: {
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      /** Format: date-time */
      expiresAt: string;
      id: string;
      mostUses?: number;
      section?: string;
      /** @enum {string} */
      state: 'open' | 'expired' | 'used-up' | 'revoked';
      uses: number;
    };
    JoinedCourse: {
      course: {
        name: string;
        /** @description `networks-2-4f2c`: its last part finds it, so it outlives a new name. */
        slug: string;
      };
      section?: string;
    };
    JoiningPersonInput: {
      /** @description As it was told; spaces, dashes and capitals do not matter. */
      code: string;
      /** Format: email */
      email?: string;
      login: string;
      name: string;
      password: string;
      studentNumber?: string;
    };
    Lab: {
      checks: components['schemas']['LabCheck'][];
      consoles: {
        element: string;
        kinds: ('terminal' | 'screen' | 'serial' | 'page' | 'files' | 'logs')[];
      }[];
      course?: {
        name: string;
        slug: string;
      };
      /**
       * Format: date-time
       * @description When it is frozen, with the extra minutes.
       */
      deadline?: string;
      environment: components['schemas']['EnvironmentView'];
      /** @description While there is one, also before it begins. */
      exam?: {
        /** Format: date-time */
        endsAt?: string;
        /** Format: date-time */
        startsAt?: string;
      };
      help?: {
        askedBy: string;
        message: string;
        /** Format: date-time */
        since: string;
      };
      id: string;
      /**
       * Format: date-time
       * @description When it is stopped unless somebody uses it.
       */
      idleStopAt?: string;
      /** @description Markdown; each heading `## ` begins a step. */
      instructions: string;
      /** @description No internet, and nothing is copied out of consoles. */
      isExam: boolean;
      isFrozen: boolean;
      /** @description Nobody has started it yet: there is no work in it. */
      isNew: boolean;
      /** @description Whether it was made for the caller. */
      isOwn: boolean;
      /** @description From those who teach, newest first. */
      messages: components['schemas']['LabMessage'][];
      /**
       * Format: date-time
       * @description Before that those whose it is cannot open or start it.
       */
      opensAt?: string;
      /** @description Whose it is. */
      people: {
        id: string;
        name: string;
      }[];
      title: string;
      /** @description A later release, to be taken when it suits. */
      update?: {
        /** @description What becomes of them, by what was there when it was offered. */
        elements: {
          name: string;
          /** @enum {string} */
          outcome: 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
          touchedFiles?: number;
        }[];
        note: string;
        release: number;
      };
    };
    LabCheck: {
      expected: string;
      name: string;
      /** @description The element in which it runs. */
      on: string;
      /** @description Of the instructions, counted from 1. */
      step?: number;
      /** @description Newest first, at most 20. */
      tries: components['schemas']['CheckTry'][];
    };
    LabChecks: {
      checks: components['schemas']['LabCheck'][];
    };
    LabMessage: {
      /** Format: date-time */
      at: string;
      id: string;
      sentBy: string;
      text: string;
    };
    Labs: {
      labs: components['schemas']['LabSummary'][];
    };
    LabSummary: {
      /** @description What commands call it. */
      assignment: string;
      checks: {
        passed: number;
        total: number;
      };
      course?: {
        name: string;
        slug: string;
      };
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      deadline?: string;
      environment: string;
      id: string;
      isFrozen: boolean;
      /** @description Nobody has started it yet: there is no work in it. */
      isNew: boolean;
      /** Format: date-time */
      opensAt?: string;
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
      /** @description Of its assignment. */
      title: string;
      /** @enum {string} */
      wanted: 'running' | 'stopped' | 'absent';
    };
    Layout: {
      /** @description Of elements and networks by name. */
      positions: {
        [key: string]: {
          x: number;
          y: number;
        };
      };
    };
    LayoutInput: {
      /** @description Of elements and networks by name. */
      positions: {
        [key: string]: {
          x: number;
          y: number;
        };
      };
    };
    Ledger: {
      counts: {
        all: number;
        open: number;
        unseen: number;
      };
      /** @description Whether there are older ones. */
      more: boolean;
      rows: {
        course?: string;
        /** Format: date-time */
        goneAt?: string;
        id: string;
        /** @enum {string} */
        kind: 'bridge' | 'egress' | 'instance';
        name: string;
        /** @description `assignment/environment` */
        owner: string;
        /** Format: date-time */
        requestedAt: string;
        /** Format: date-time */
        seenAt?: string;
        title: string;
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
    MadeApiToken: {
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      expiresAt?: string;
      id: string;
      /**
       * Format: date-time
       * @description To the minute.
       */
      lastUsedAt?: string;
      name: string;
      scopes: ('read' | 'write' | 'admin')[];
      /** @description Told only now. */
      token: string;
    };
    MadeJoinCode: {
      /** @description Told only now. */
      code: string;
      joinCode: components['schemas']['JoinCode'];
      url: string;
    };
    NeedsPlan: {
      /** @description What minutes and disk rest on. */
      basis: string;
      /** @description One student's copy, as a lab.yaml. */
      blueprint: string;
      /** @description Of all students' copies and the dev environment; absent as the host is. */
      class?: {
        addresses: number;
        copies: number;
        cpu: number;
        /** @description At least, when nobody does anything. */
        idleMemoryBytes: number;
        instances: number;
        /** @description At most. */
        memoryBytes: number;
        /** @description Until all are ready, begun at once. */
        seconds: number;
        /** @description At most. */
        storageBytes: number;
        /** @description On disk until all are ready; the rest is shared. */
        writtenBytes: number;
      };
      fits: boolean;
      /** @description As last seen; absent before the first look. */
      host?: {
        /** @description For all labs. */
        addresses: number;
        addressesUsed: number;
        cpus: number;
        memoryAvailableBytes: number;
        memoryTotalBytes: number;
        overcommit: {
          memory: number;
          storage: number;
        };
        poolTotalBytes: number;
        poolUsedBytes: number;
        promised: {
          memoryBytes: number;
          storageBytes: number;
        };
      };
      /** @description For how many of the students it is enough now. */
      most: number;
      needs: {
        cpu: number;
        /** @description At least, when nobody does anything. */
        idleMemoryBytes: number;
        instances: {
          cpu: number;
          /** @description At least, when nobody does anything. */
          idleMemoryBytes: number;
          /** @description At most. */
          memoryBytes: number;
          name: string;
          /** @description At most. */
          storageBytes: number;
        }[];
        /** @description At most. */
        memoryBytes: number;
        /** @description At most. */
        storageBytes: number;
      };
      /** @description What was chosen otherwise than it was wished. */
      notes: string[];
      /** @description Why it does not fit. */
      problems: components['schemas']['Problem'][];
      /** @description What each student gets, in one line. */
      title: string;
      /** @description What can be done about it. */
      waysOut: {
        element?: string;
        /** @enum {string} */
        field?: 'memory' | 'storage';
        /** @enum {string} */
        kind: 'fewer-students' | 'smaller' | 'stop-labs' | 'free-storage';
        labs?: string[];
        message: string;
        size?: string;
        students?: number;
      }[];
    };
    NewApiTokenInput: {
      /** Format: date-time */
      expiresAt?: string;
      name: string;
      scopes: ('read' | 'write' | 'admin')[];
    };
    NewCourseAssignmentInput: {
      from:
        | {
            /** @constant */
            kind: 'blank';
          }
        | {
            /** @constant */
            kind: 'type';
            /** @default {} */
            parameters: {
              [key: string]: string;
            };
            type: string;
          }
        | {
            /** @constant */
            kind: 'assignment';
            slug: string;
          }
        | {
            blueprint: string;
            /** @constant */
            kind: 'blueprint';
          };
      name: string;
    };
    NewCoursePersonInput: {
      /** Format: email */
      email?: string;
      login: string;
      name: string;
      /** @description To begin with; the person changes it. Without one the person has to be invited. */
      password?: string;
      /** @enum {string} */
      role: 'instructor' | 'assistant' | 'student';
      section?: string | null;
      studentNumber?: string | null;
      team?: string | null;
    };
    NewJoinCodeInput: {
      /** @description Any number unless given. */
      mostUses?: number;
      /** @description Of those who come by it. */
      section?: string | null;
      /** @default 336 */
      validHours: number;
    };
    NewPersonInput: {
      /** Format: email */
      email?: string;
      /** @default false */
      isAdministrator: boolean;
      login: string;
      name: string;
      password: string;
    };
    NewTypeInput: {
      /** @description A lab.yaml without mistakes. */
      blueprint: string;
      name: string;
      /** @description What can be chosen; the lab's present values are the defaults. */
      parameters?: {
        name: string;
        /** @description Of a value in the lab.yaml: `elements.web.memory`. */
        path: string;
        summary: string;
      }[];
      summary: string;
    };
    NewUploadInput: {
      /**
       * @description Need not be said: what it is shows in its content.
       * @enum {string}
       */
      format?: 'qcow2' | 'raw' | 'iso';
      /** @description `upload/` and this is the image in lab.yaml. */
      name: string;
      sha256: string;
      sizeBytes: number;
    };
    Person: {
      /** Format: date-time */
      createdAt: string;
      email?: string;
      id: string;
      isAdministrator: boolean;
      /** @description Has no password yet, and so cannot sign in. */
      isInvited: boolean;
      login: string;
      name: string;
      /**
       * Format: date-time
       * @description When a session was last used, to the minute.
       */
      seenAt?: string;
    };
    PersonAnswer: {
      person: components['schemas']['Person'];
    };
    PersonChangeInput: {
      /** Format: email */
      email?: string;
      isAdministrator?: boolean;
      name?: string;
      /** @description A new one ends all sessions of the person. */
      password?: string;
    };
    Pipeline: {
      dev?: {
        /** @description Of the lab.yaml, since its last checkpoint. */
        changesSince?: {
          changes: components['schemas']['Change'][];
          checkpoint: number;
        };
        environment: components['schemas']['EnvironmentView'];
      };
      mayPromote: {
        allowed: boolean;
        reason?: string;
      };
      prod?: {
        environment: components['schemas']['EnvironmentView'];
        release?: number;
        /** Format: date-time */
        since?: string;
      };
      /** @description Newest first. */
      releases: components['schemas']['Release'][];
      /** @description Newest first, at most 30. */
      runs: components['schemas']['Run'][];
      /** @description In prod, if dev were promoted now. */
      wouldChange: components['schemas']['Change'][];
    };
    /** @description What each student is to have; sizes that are left out are what is usual. */
    PlainNeedsInput: {
      cluster?: {
        /** @description Cores. */
        cpu?: number | string;
        /** @description As in lab.yaml: `2GiB`. */
        memory?: string;
        nodes: number;
        /** @description As in lab.yaml: `2GiB`. */
        storage?: string;
      };
      container?: {
        count: number;
        /** @description Cores. */
        cpu?: number | string;
        /** @description As in lab.yaml: `2GiB`. */
        memory?: string;
        /** @description As in lab.yaml: `2GiB`. */
        storage?: string;
      };
      /** @description Cores. */
      cpu?: number | string;
      desktop?:
        | boolean
        | {
            /** @description Cores. */
            cpu?: number | string;
            /** @description As in lab.yaml: `2GiB`. */
            memory?: string;
            /** @description As in lab.yaml: `2GiB`. */
            storage?: string;
          };
      /** @default true */
      internet: boolean;
      /** @description As in lab.yaml: `2GiB`. */
      memory?: string;
      /** @description As in lab.yaml: `2GiB`. */
      storage?: string;
      /** @description 1 to 5000. */
      students: number;
      vm?:
        | boolean
        | {
            /** @description Cores. */
            cpu?: number | string;
            /** @description As in lab.yaml: `2GiB`. */
            memory?: string;
            /** @description As in lab.yaml: `2GiB`. */
            storage?: string;
          };
      webserver?: boolean;
    };
    Plan: {
      changes: components['schemas']['Change'][];
    };
    Presence: {
      people: {
        id: string;
        name: string;
      }[];
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
        /** @description Of a checkpoint: the environment that it was taken of. */
        of?: string;
        /** Format: date-time */
        removedAt?: string;
        /** @enum {string} */
        role: 'dev' | 'prod' | 'student' | 'rehearsal' | 'checkpoint';
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
        section?: string;
      }[];
    };
    Release: {
      /** @description Of the lab.yaml, since the release before. */
      changes: components['schemas']['Change'][];
      checkpoint: number;
      /** Format: date-time */
      createdAt: string;
      createdBy: string;
      note: string;
      /** @description 4 of r4. */
      number: number;
      run: number;
      /** @description Of its disks when it was taken. */
      sizeBytes?: number;
      /** @description How many students' environments have it. */
      students: number;
    };
    Releases: {
      releases: components['schemas']['Release'][];
    };
    RemovedAssignment: {
      environments: components['schemas']['EnvironmentView'][];
    };
    RemovedCourse: {
      environments: components['schemas']['EnvironmentView'][];
    };
    Rollout: {
      atFirstOpen: boolean;
      canary: boolean;
      counts: {
        failed: number;
        kept: number;
        ready: number;
        starting: number;
        total: number;
        waiting: number;
      };
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      endedAt?: string;
      /** @description Why it stands still. */
      error?: string;
      /** @enum {string} */
      kind: 'deploy' | 'update' | 'roll-back';
      number: number;
      release: number;
      requestedBy: string;
      slowestMs?: number;
      /** Format: date-time */
      startedAt?: string;
      /** Format: date-time */
      startsAt?: string;
      /** @enum {string} */
      state: 'waiting' | 'canary' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
      targets: components['schemas']['RolloutTarget'][];
    };
    RolloutPlan: {
      fits: boolean;
      /** @description Absent before the first look at the lab host. */
      forecast?: components['schemas']['Forecast'];
      /** @enum {string} */
      kind: 'deploy' | 'update' | 'roll-back';
      release: number;
      targets: {
        elements: {
          name: string;
          /** @enum {string} */
          outcome: 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
          touchedFiles?: number;
        }[];
        environment: string;
        /** @enum {string} */
        outcome: 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
      }[];
      /** @description What can be done about it, the least effort first. */
      waysOut: {
        element?: string;
        /** @enum {string} */
        field?: 'memory' | 'storage';
        /** @enum {string} */
        kind: 'fewer-students' | 'smaller' | 'stop-labs' | 'free-storage';
        labs?: string[];
        message: string;
        size?: string;
        students?: number;
      }[];
    };
    RolloutRequestInput: {
      /**
       * @description One first, with its checks, then the others.
       * @default true
       */
      canary: boolean;
      /** @description What to do with elements that the release changes and the student has touched. */
      choices?: {
        /** @enum {string} */
        default?: 'keep' | 'replace' | 'script';
        elements?: {
          [key: string]: 'keep' | 'replace' | 'script';
        };
        environments?: {
          [key: string]: 'keep' | 'replace' | 'script';
        };
      };
      environments?: string[];
      /** @enum {string} */
      kind?: 'deploy' | 'update' | 'roll-back';
      /** @description Logins or ids. */
      people?: string[];
      /** @description The newest, unless another is named. */
      release?: number;
      /** @description Everybody in the course who is a student. */
      roster?: boolean;
      /** @description For elements with `script`. */
      script?: string;
      section?: string;
      /** @description Numbered places. */
      students?: number;
      /** @default now */
      when: ('now' | 'at-first-open') | string;
    };
    Rollouts: {
      rollouts: components['schemas']['Rollout'][];
    };
    RolloutTarget: {
      attempts: number;
      /** @description The same for all that failed for the same reason. */
      cause?: string;
      elements: {
        name: string;
        /** @enum {string} */
        outcome: 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
        touchedFiles?: number;
      }[];
      environment: string;
      error?: string;
      /**
       * @description Absent until it is planned.
       * @enum {string}
       */
      outcome?: 'new' | 'replace' | 'same' | 'keep' | 'replace-kept' | 'script';
      readyMs?: number;
      /** Format: date-time */
      startedAt?: string;
      /** @enum {string} */
      state: 'waiting' | 'starting' | 'ready' | 'failed' | 'kept' | 'cancelled';
    };
    RosterImport: {
      counts: {
        changed: number;
        missing: number;
        new: number;
        /** @description Lines with a mistake; they are left out. */
        problems: number;
        unchanged: number;
      };
      /** @description Columns that mean nothing here. */
      ignored: string[];
      /** @description Students whom the file does not name; they stay unless they are named in `remove`. */
      missing: {
        login: string;
        name: string;
      }[];
      people: {
        /** @enum {string} */
        change: 'new' | 'changed' | 'unchanged';
        email?: string;
        /** @description What changes of somebody who is in the course. */
        fields: {
          after?: string;
          before?: string;
          /** @enum {string} */
          field: 'name' | 'email' | 'role' | 'section' | 'team' | 'studentNumber';
        }[];
        hasAccount: boolean;
        line: number;
        login: string;
        name: string;
        /** @enum {string} */
        role: 'instructor' | 'assistant' | 'student';
        section?: string;
        studentNumber?: string;
        /** @description Those of one team of a section share an environment. */
        team?: string;
      }[];
      problems: components['schemas']['Problem'][];
    };
    RosterImportRequestInput: {
      /** @description The text of the file: CSV with commas, semicolons or tabs. */
      csv: string;
      /**
       * @description Logins of missing students who are taken out of the course.
       * @default []
       */
      remove: string[];
      /**
       * @description Import the other lines; otherwise one mistake refuses all.
       * @default false
       */
      skipProblems: boolean;
    };
    Run: {
      approve: boolean;
      approvedBy?: string;
      attempt: number;
      cancelledBy?: string;
      checkpoint: number;
      copies: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      endedAt?: string;
      note: string;
      number: number;
      promote: boolean;
      /** @description The run that has to end first. */
      queuedAfter?: number;
      /** @description That it made. */
      release?: number;
      requestedBy: string;
      /** @description It was gone on with after the server had stopped. */
      resumed?: boolean;
      /** @description Of all attempts; those to come are `waiting`. */
      stages: {
        attempt: number;
        copies?: {
          /** @description On the untouched lab. */
          checks: components['schemas']['CheckResult'][];
          diskBytes?: number;
          environment: string;
          error?: string;
          /** @description Until when a failed one stays. */
          keptUntil?: string;
          memoryBytes?: number;
          number: number;
          /** @description From the wish to a ready lab. */
          readyMs?: number;
          /** @description On the solved lab. */
          solvedChecks?: components['schemas']['CheckResult'][];
          /** @enum {string} */
          state:
            | 'waiting'
            | 'starting'
            | 'checking'
            | 'solving'
            | 'removing'
            | 'passed'
            | 'failed'
            | 'kept'
            | 'cancelled';
        }[];
        endedAt?: string;
        forecast?: components['schemas']['Forecast'];
        message?: string;
        /** @enum {string} */
        name: 'validate' | 'forecast' | 'rehearse' | 'approve' | 'promote';
        problems?: components['schemas']['Problem'][];
        startedAt?: string;
        /** @enum {string} */
        state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped' | 'cancelled';
        /** @description How long it took in earlier runs. */
        usualMs?: number;
      }[];
      /** Format: date-time */
      startedAt?: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'waiting-approval' | 'passed' | 'failed' | 'cancelled';
      students: number;
    };
    RunLog: {
      lines: components['schemas']['RunLogLine'][];
    };
    RunLogLine: {
      /** Format: date-time */
      at: string;
      attempt: number;
      copy?: number;
      element?: string;
      id: string;
      /** @enum {string} */
      level: 'info' | 'warning' | 'error';
      message: string;
      /** @enum {string} */
      stage: 'validate' | 'forecast' | 'rehearse' | 'approve' | 'promote';
    };
    RunRequestInput: {
      /**
       * @description Wait for somebody before it is promoted.
       * @default false
       */
      approve: boolean;
      /** @description Its number. By default one of dev is taken first. */
      checkpoint?: number;
      /**
       * @description How many are rehearsed side by side.
       * @default 1
       */
      copies: number;
      /**
       * @description How long a copy that failed stays.
       * @default 0
       */
      keepFailedMinutes: number;
      /** @default  */
      note: string;
      /**
       * @description False: prove the checkpoint and no more.
       * @default true
       */
      promote: boolean;
      /**
       * @description How many the class has.
       * @default 30
       */
      students: number;
    };
    Scenarios: {
      scenarios: {
        /** @description The lab.yaml, with comments that explain it. */
        blueprint: string;
        elements: {
          image?: string;
          /** @enum {string} */
          kind: 'container' | 'vm' | 'cluster' | 'app';
          name: string;
        }[];
        name: string;
        needs: {
          cpu: number;
          /** @description At least, when nobody does anything. */
          idleMemoryBytes: number;
          instances: {
            cpu: number;
            /** @description At least, when nobody does anything. */
            idleMemoryBytes: number;
            /** @description At most. */
            memoryBytes: number;
            name: string;
            /** @description At most. */
            storageBytes: number;
          }[];
          /** @description At most. */
          memoryBytes: number;
          /** @description At most. */
          storageBytes: number;
        };
        /** @description One sentence. */
        summary: string;
        title: string;
      }[];
    };
    ServerFacts: {
      nodeVersion: string;
      /** @description Where things are, without secrets. */
      places: {
        name: string;
        value: string;
      }[];
      /** @description Where people reach it, when that is not loopback. */
      publicUrl?: string;
      /** Format: date-time */
      startedAt: string;
      version: string;
    };
    Session: {
      /** @description Header `x-labcast-csrf` of every call by cookie that changes something. */
      csrfToken: string | null;
      /** @description Null for who is not signed in. */
      person: components['schemas']['Person'] | null;
      serverName: string;
      /** @description True until there is an administrator. */
      setupNeeded: boolean;
    };
    Sessions: {
      sessions: {
        /** @description From where it was begun. */
        address: string;
        /** Format: date-time */
        createdAt: string;
        id: string;
        /** @description Whether it is the one that asks. */
        isOwn: boolean;
        /**
         * Format: date-time
         * @description Its last use, to the minute.
         */
        seenAt: string;
      }[];
    };
    SetupLink: {
      /** Format: date-time */
      expiresAt: string;
      /** @description Told only now. */
      url: string;
    };
    SignedIn: {
      csrfToken: string;
      person: components['schemas']['Person'];
    };
    Student: {
      /** @enum {string} */
      attention?: 'help' | 'failed' | 'stuck' | 'idle';
      checks: {
        /** @description The one that failed most often in a row. */
        failing?: {
          name: string;
          times: number;
        };
        passed: number;
        total: number;
      };
      /**
       * Format: date-time
       * @description With the extra minutes.
       */
      deadline?: string;
      environment: string;
      extraMinutes: number;
      /** Format: date-time */
      frozenAt?: string;
      help?: {
        message: string;
        /** Format: date-time */
        since: string;
      };
      /** @description Of the environment; absent while there is none. */
      id?: string;
      /** Format: date-time */
      idleStopAt?: string;
      /** Format: date-time */
      lastSeen?: string;
      people: {
        id: string;
        login: string;
        name: string;
      }[];
      /** @description Why it is not ready. */
      reason?: string;
      release?: number;
      section?: string;
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
        | 'unknown'
        | 'not-deployed'
        | 'frozen';
      /** @description What is being done. */
      step?: string;
      stepStartedAt?: string;
      /** @description The newest, while it is not done. */
      task?: {
        /** Format: date-time */
        createdAt: string;
        error?: string;
        id: string;
        kind: string;
        state: string;
      };
      team?: string;
      usage?: {
        cpuCores: number;
        memoryBytes: number;
      };
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
    Task: {
      /** @description Of what was there before: its number, as 14 of c14. */
      checkpoint?: number;
      /** Format: date-time */
      createdAt: string;
      /** Format: date-time */
      endedAt?: string;
      error?: string;
      id: string;
      /** @enum {string} */
      kind: 'deploy' | 'update' | 'reset' | 'restore' | 'roll-back' | 'promote' | 'freeze';
      /** Format: date-time */
      startedAt?: string;
      /** @enum {string} */
      state: 'waiting' | 'keeping' | 'applying' | 'done' | 'failed' | 'cancelled';
    };
    Tasks: {
      tasks: components['schemas']['Task'][];
    };
    Type: {
      /** Format: date-time */
      createdAt?: string;
      name: string;
      /** @description Of a saved one; without an id when the person is gone. */
      owner?: {
        id?: string;
        name: string;
      };
      parameters: {
        default: string;
        /** @enum {string} */
        kind: 'size' | 'count' | 'cores' | 'text';
        maximum?: string;
        minimum?: string;
        name: string;
        /** @description Which value of a saved lab it stands for. */
        path?: string;
        summary: string;
      }[];
      /** @description False for what Labcast itself has. */
      saved: boolean;
      summary: string;
    };
    TypeAnswer: {
      type: components['schemas']['Type'];
    };
    TypeDetail: {
      blueprint: string;
      type: components['schemas']['Type'];
    };
    Types: {
      types: components['schemas']['Type'][];
    };
    Upload: {
      /** Format: date-time */
      createdAt: string;
      /** @description Size of the disk as a guest sees it. */
      diskBytes?: number;
      /** @description Why it failed, for people. */
      error?: string;
      format?: string;
      id: string;
      /** @description What lab.yaml calls it. */
      image: string;
      name: string;
      owner: string;
      /** @description Where to go on. */
      receivedBytes: number;
      sizeBytes: number;
      /** @enum {string} */
      state: 'receiving' | 'checking' | 'ready' | 'failed' | 'removing';
      /** Format: date-time */
      updatedAt: string;
    };
    Uploads: {
      uploads: components['schemas']['Upload'][];
    };
    UsableSetupLink: {
      /** Format: date-time */
      expiresAt: string;
    };
    Usage: {
      /** @description What each element may use at most. */
      limits: {
        /** @description Cores that were busy since the sample before. */
        cpuCores: number;
        diskBytes: number;
        memoryBytes: number;
        name: string;
      }[];
      /** @description About every 3 seconds while somebody looks, at most 60, oldest first. */
      samples: {
        at: string;
        elements: {
          /** @description Cores that were busy since the sample before. */
          cpuCores: number;
          diskBytes: number;
          memoryBytes: number;
          name: string;
        }[];
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
  changeAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: email */
          email?: string;
          name?: string;
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
          'application/json': {
            person: components['schemas']['Person'];
          };
        };
      };
    };
  };
  getCapacityShares: {
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
          'application/json': components['schemas']['CapacityShares'];
        };
      };
    };
  };
  getLedger: {
    parameters: {
      query?: {
        before?: string;
        kind?: 'bridge' | 'egress' | 'instance';
        /** @description Part of a name or an owner. */
        search?: string;
        /** @description `unseen` was asked for and never seen to be there. */
        state?: 'open' | 'unseen' | 'gone';
      };
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
          'application/json': components['schemas']['Ledger'];
        };
      };
    };
  };
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
  getAssignment: {
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
          'application/json': components['schemas']['AssignmentDetail'];
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
  renameAssignment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
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
          'application/json': components['schemas']['AssignmentDetail'];
        };
      };
    };
  };
  listCheckpoints: {
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
          'application/json': components['schemas']['Checkpoints'];
        };
      };
    };
  };
  takeCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default dev */
          environment?: string;
          /** @default  */
          note?: string;
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
          'application/json': components['schemas']['Checkpoint'];
        };
      };
    };
  };
  getCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
          'application/json': components['schemas']['CheckpointDetail'];
        };
      };
    };
  };
  removeCheckpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Checkpoint'];
        };
      };
    };
  };
  getClass: {
    parameters: {
      query?: {
        /** @description Of the forecast: how many copies are meant. */
        students?: number;
      };
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
          'application/json': components['schemas']['Class'];
        };
      };
    };
  };
  actOnClass: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClassActionInput'];
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
          'application/json': components['schemas']['ClassActionResult'];
        };
      };
    };
  };
  freezeClass: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          environments?: string[];
        } | null;
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
          'application/json': components['schemas']['ClassActionResult'];
        };
      };
    };
  };
  saveClassPolicy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ClassPolicyRequestInput'];
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
          'application/json': components['schemas']['ClassPolicy'];
        };
      };
    };
  };
  exportResults: {
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
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  compare: {
    parameters: {
      query: {
        /** @description `c3`, `r2`, `dev`, `prod` or the name of a student. */
        from: string;
        /** @description `c3`, `r2`, `dev`, `prod` or the name of a student. */
        to: string;
      };
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
          'application/json': components['schemas']['Comparison'];
        };
      };
    };
  };
  listChecks: {
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
          'application/json': components['schemas']['LabChecks'];
        };
      };
    };
  };
  runCheck: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        check: string;
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
          'application/json': components['schemas']['LabChecks'];
        };
      };
    };
  };
  runChecks: {
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
          'application/json': components['schemas']['LabChecks'];
        };
      };
    };
  };
  askHelp: {
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
          /** @default  */
          message?: string;
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
          'application/json': components['schemas']['HelpRequest'];
        };
      };
    };
  };
  endHelp: {
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
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  reset: {
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
          /** @description All of them by default. */
          elements?: string[];
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
          'application/json': components['schemas']['Task'];
        };
      };
    };
  };
  restore: {
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
          checkpoint: number;
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
          'application/json': components['schemas']['Task'];
        };
      };
    };
  };
  listTasks: {
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
          'application/json': components['schemas']['Tasks'];
        };
      };
    };
  };
  takeUpdate: {
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            release: number;
          };
        };
      };
    };
  };
  getLayout: {
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
          'application/json': components['schemas']['Layout'];
        };
      };
    };
  };
  saveLayout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LayoutInput'];
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
          'application/json': components['schemas']['Layout'];
        };
      };
    };
  };
  getPipeline: {
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
          'application/json': components['schemas']['Pipeline'];
        };
      };
    };
  };
  listReleases: {
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
          'application/json': components['schemas']['Releases'];
        };
      };
    };
  };
  getRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
          'application/json': components['schemas']['Release'];
        };
      };
    };
  };
  goBackToRelease: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
    };
  };
  listRollouts: {
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
          'application/json': components['schemas']['Rollouts'];
        };
      };
    };
  };
  startRollout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RolloutRequestInput'];
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
          'application/json': components['schemas']['Rollout'];
        };
      };
    };
  };
  getRollout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
          'application/json': components['schemas']['Rollout'];
        };
      };
    };
  };
  steerRollout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        action: 'pause' | 'resume' | 'cancel' | 'retry';
        assignment: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description Of `retry`: these alone, not all that failed. */
          environments?: string[];
        } | null;
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
          'application/json': components['schemas']['Rollout'];
        };
      };
    };
  };
  planRollout: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RolloutRequestInput'];
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
          'application/json': components['schemas']['RolloutPlan'];
        };
      };
    };
  };
  startRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RunRequestInput'];
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
          'application/json': components['schemas']['Run'];
        };
      };
    };
  };
  getRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
          'application/json': components['schemas']['Run'];
        };
      };
    };
  };
  repeatRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /**
           * @description What passed before is not done again, or all of it is.
           * @default failed
           * @enum {string}
           */
          from?: 'failed' | 'start';
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
          'application/json': components['schemas']['Run'];
        };
      };
    };
  };
  approveRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note?: string;
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
          'application/json': components['schemas']['Run'];
        };
      };
    };
  };
  cancelRun: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        number: number;
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Run'];
        };
      };
    };
  };
  getRunLog: {
    parameters: {
      query?: {
        after?: string;
        attempt?: number;
        stage?: 'validate' | 'forecast' | 'rehearse' | 'approve' | 'promote';
      };
      header?: never;
      path: {
        assignment: string;
        number: number;
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
          'application/json': components['schemas']['RunLog'];
        };
      };
    };
  };
  getAudit: {
    parameters: {
      query?: {
        /** @description Part of who did it. */
        actor?: string;
        before?: string;
        since?: string;
        until?: string;
        /** @description Part of the action or its target. */
        what?: string;
      };
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
          'application/json': components['schemas']['Audit'];
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
  listCourses: {
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
          'application/json': {
            courses: components['schemas']['Course'][];
          };
        };
      };
    };
  };
  createCourse: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CourseAnswer'];
        };
      };
    };
  };
  getCourse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
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
          'application/json': components['schemas']['Course'];
        };
      };
    };
  };
  removeCourse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The course's name. */
          confirmation: string;
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
          'application/json': components['schemas']['RemovedCourse'];
        };
      };
      /** @description Default Response */
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RemovedCourse'];
        };
      };
    };
  };
  changeCourse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          archived?: boolean;
          name?: string;
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
          'application/json': components['schemas']['Course'];
        };
      };
    };
  };
  createCourseAssignment: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCourseAssignmentInput'];
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
          'application/json': components['schemas']['AssignmentAnswer'];
        };
      };
    };
  };
  createInvitations: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['InvitationRequestInput'];
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
          'application/json': components['schemas']['Invitations'];
        };
      };
    };
  };
  removeInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listJoinCodes: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
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
          'application/json': {
            joinCodes: components['schemas']['JoinCode'][];
          };
        };
      };
    };
  };
  createJoinCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewJoinCodeInput'];
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
          'application/json': components['schemas']['MadeJoinCode'];
        };
      };
    };
  };
  revokeJoinCode: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listCoursePeople: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
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
          'application/json': components['schemas']['CoursePeople'];
        };
      };
    };
  };
  createCoursePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewCoursePersonInput'];
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
          'application/json': {
            person: components['schemas']['Person'];
          };
        };
      };
    };
  };
  setCoursePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CoursePersonChangeInput'];
      };
    };
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  removeCoursePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getCourseReceipts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
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
          'application/json': components['schemas']['CourseReceipts'];
        };
      };
    };
  };
  importRoster: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RosterImportRequestInput'];
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
          'application/json': components['schemas']['RosterImport'];
        };
      };
    };
  };
  previewRosterImport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description The text of the file: CSV with commas, semicolons or tabs. */
          csv: string;
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
          'application/json': components['schemas']['RosterImport'];
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
          action: 'start' | 'stop' | 'restart' | 'retry';
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
  dropBeforeDisks: {
    parameters: {
      query?: {
        element?: string;
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
          /**
           * @description Elements that begin with what a checkpoint of this number holds of them.
           * @default {}
           */
          bringBack?: {
            [key: string]: number;
          };
          /** @description Refuse with `blueprint-changed` when the lab.yaml was changed since this generation. */
          ifGeneration?: number;
          /**
           * @description Where something that is stored would be lost, take a checkpoint before. The change is made once that is kept: usually before the answer, which then tells its number.
           * @default false
           */
          keepFirst?: boolean;
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
          'application/json': components['schemas']['AppliedEnvironment'];
        };
      };
    };
  };
  actOnElement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        element: string;
        environment: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          action: 'start' | 'stop' | 'restart' | 'retry';
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
  getCluster: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': components['schemas']['Cluster'];
        };
      };
    };
  };
  ejectDisc: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        element: string;
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
  exportWork: {
    parameters: {
      query?: {
        /** @description What it is compared with; by default the release that it has. */
        from?: string;
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
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
      /** @description application/gzip */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': unknown;
        };
      };
    };
  };
  readFiles: {
    parameters: {
      query?: {
        download?: '0' | '1';
        path?: string;
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': components['schemas']['FileList'];
        };
      };
    };
  };
  writeFile: {
    parameters: {
      query: {
        offset?: number;
        path: string;
        total: number;
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': {
            done: boolean;
            size: number;
          };
        };
      };
    };
  };
  getUpload: {
    parameters: {
      query: {
        path: string;
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': {
            size: number;
          };
        };
      };
    };
  };
  readLogs: {
    parameters: {
      query?: {
        follow?: '0' | '1';
        lines?: number;
        source?: 'boot' | 'journal' | 'pods' | 'provision';
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
        environment: string;
      };
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
  openPage: {
    parameters: {
      query?: {
        port?: number;
      };
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': {
            url: string;
          };
        };
      };
    };
  };
  listViewers: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        assignment: string;
        element: string;
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
          'application/json': {
            viewers: components['schemas']['ConsoleViewer'][];
          };
        };
      };
    };
  };
  openFrozen: {
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
          mode: 'read' | 'run';
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
      /** @description Default Response */
      202: {
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
  markPresent: {
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
          'application/json': components['schemas']['Presence'];
        };
      };
    };
  };
  markAbsent: {
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
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  getUsage: {
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
          'application/json': components['schemas']['Usage'];
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
  listUploads: {
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
          'application/json': components['schemas']['Uploads'];
        };
      };
    };
  };
  createUpload: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUploadInput'];
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
          'application/json': components['schemas']['CreatedUpload'];
        };
      };
    };
  };
  getDiskUpload: {
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
          'application/json': components['schemas']['Upload'];
        };
      };
    };
  };
  removeUpload: {
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
      202: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Upload'];
        };
      };
    };
  };
  appendUpload: {
    parameters: {
      query?: never;
      header: {
        'upload-offset': number;
      };
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
          'application/json': {
            offset: number;
          };
        };
      };
    };
  };
  acceptInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          token: string;
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
    };
  };
  lookAtInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
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
          'application/json': components['schemas']['Invitation'];
        };
      };
    };
  };
  joinCourse: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description As it was told; spaces, dashes and capitals do not matter. */
          code: string;
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
          'application/json': components['schemas']['JoinedCourse'];
        };
      };
    };
  };
  joinWithAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['JoiningPersonInput'];
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
          'application/json': components['schemas']['SignedIn'];
        };
      };
    };
  };
  lookAtJoinCode: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description As it was told; spaces, dashes and capitals do not matter. */
          code: string;
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
          'application/json': components['schemas']['JoinedCourse'];
        };
      };
    };
  };
  listLabs: {
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
          'application/json': components['schemas']['Labs'];
        };
      };
    };
  };
  getLab: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        lab: string;
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
          'application/json': components['schemas']['Lab'];
        };
      };
    };
  };
  planNeeds: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlainNeedsInput'];
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
          'application/json': components['schemas']['NeedsPlan'];
        };
      };
    };
  };
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
          present: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listPeople: {
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
          'application/json': {
            people: components['schemas']['Person'][];
          };
        };
      };
    };
  };
  createPerson: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewPersonInput'];
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
          'application/json': components['schemas']['PersonAnswer'];
        };
      };
    };
  };
  removePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  changePerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        person: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonChangeInput'];
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
          'application/json': components['schemas']['PersonAnswer'];
        };
      };
    };
  };
  getReceipts: {
    parameters: {
      query?: {
        environment?: string;
        section?: string;
      };
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
  listScenarios: {
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
          'application/json': components['schemas']['Scenarios'];
        };
      };
    };
  };
  getServerFacts: {
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
          'application/json': components['schemas']['ServerFacts'];
        };
      };
    };
  };
  getSession: {
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
          'application/json': components['schemas']['Session'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          login: string;
          password: string;
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
          'application/json': components['schemas']['SignedIn'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  listSessions: {
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
          'application/json': components['schemas']['Sessions'];
        };
      };
    };
  };
  endSession: {
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
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  setUp: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          login: string;
          name: string;
          password: string;
          token: string;
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SignedIn'];
        };
      };
    };
  };
  createSetupLink: {
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
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SetupLink'];
        };
      };
    };
  };
  lookAtSetupLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
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
          'application/json': components['schemas']['UsableSetupLink'];
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
  listTokens: {
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
          'application/json': {
            tokens: components['schemas']['ApiToken'][];
          };
        };
      };
    };
  };
  createToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewApiTokenInput'];
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
          'application/json': components['schemas']['MadeApiToken'];
        };
      };
    };
  };
  removeToken: {
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
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  saveType: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewTypeInput'];
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
          'application/json': components['schemas']['TypeAnswer'];
        };
      };
    };
  };
  getType: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        type: string;
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
          'application/json': components['schemas']['TypeDetail'];
        };
      };
    };
  };
  removeType: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        type: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
