import { createAssignments } from './assignments.ts';
import { createCheckpoints } from './checkpoints/checkpoints.ts';
import { createComparisons } from './pipeline/comparisons.ts';
import { createReleases } from './pipeline/releases.ts';
import { createRuns } from './pipeline/runs.ts';
import { connectionOptions } from './connection/connectionOptions.ts';
import { createDatabase } from './connection/createDatabase.ts';
import { createAppVisits } from './consoles/appVisits.ts';
import { createConsoleViewers } from './consoles/consoleViewers.ts';
import { createCourseAssignments } from './courses/courseAssignments.ts';
import { createCourses } from './courses/courses.ts';
import { createJoinCodes } from './courses/joinCodes.ts';
import { createMembers } from './courses/members.ts';
import { createEnvironments } from './environments.ts';
import { createInstallation } from './installation.ts';
import { createLabs } from './labs/labs.ts';
import { createLayouts } from './layouts.ts';
import { createLedger } from './ledger.ts';
import { createLive } from './live/live.ts';
import { createLocks } from './locks.ts';
import { createLog } from './log.ts';
import { silentLogger } from './logger.ts';
import type { StoreLogger } from './logger.ts';
import { createAudit } from './people/audit.ts';
import { createInvitations } from './people/invitations.ts';
import { createPeople } from './people/people.ts';
import { createSessions } from './people/sessions.ts';
import { createSetupLinks } from './people/setupLinks.ts';
import { createSignInAttempts } from './people/signInAttempts.ts';
import { createTokens } from './people/tokens.ts';
import type { Store } from './store.ts';
import { createTasks } from './tasks/tasks.ts';
import { createClassMessages } from './rollouts/classMessages.ts';
import { createClasses } from './rollouts/classes.ts';
import { createClassSummaries } from './rollouts/classSummaries.ts';
import { createRolloutPlans } from './rollouts/rolloutPlans.ts';
import { createRollouts } from './rollouts/rollouts.ts';
import { createSavedTypes } from './types/savedTypes.ts';
import { createUploads } from './uploads.ts';
import { createSweeps } from './sweeps.ts';
import { createWatch } from './watch.ts';

/**
 * Connects when first used; the database may come and go. While it is away every call throws `database-unavailable`
 * within seconds. Its tables must have been made by `migrate`.
 */
export function createStore(options: { databaseUrl: string; logger?: StoreLogger }): Store {
  const logger = options.logger ?? silentLogger;
  const connection = connectionOptions(options.databaseUrl);
  const database = createDatabase(connection, logger);
  const locks = createLocks(connection);
  const watch = createWatch(connection, logger);
  return {
    ...createAppVisits(database),
    ...createAssignments(database),
    ...createAudit(database),
    ...createCheckpoints(database),
    ...createClassMessages(database),
    ...createClasses(database),
    ...createClassSummaries(database),
    ...createComparisons(database),
    ...createConsoleViewers(database),
    ...createCourseAssignments(database),
    ...createCourses(database),
    ...createEnvironments(database),
    ...createInstallation(database),
    ...createLabs(database),
    ...createInvitations(database),
    ...createJoinCodes(database),
    ...createLayouts(database),
    ...createLedger(database),
    ...createLive(database),
    ...createLog(database),
    ...createMembers(database),
    ...createPeople(database),
    ...createRolloutPlans(database),
    ...createRollouts(database),
    ...createReleases(database),
    ...createRuns(database),
    ...createSavedTypes(database),
    ...createSessions(database),
    ...createSetupLinks(database),
    ...createSignInAttempts(database),
    ...createSweeps(database),
    ...createTasks(database),
    ...createTokens(database),
    ...createUploads(database),
    lockEnvironment: locks.lockEnvironment,
    lockUpload: locks.lockUpload,
    lockWork: locks.lockWork,
    watchEnvironments: watch.watchEnvironments,
    async close() {
      await Promise.all([locks.close(), watch.close()]);
      await database.destroy();
    },
  };
}
