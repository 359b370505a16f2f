import { acceptInvitationRoutes } from './acceptInvitation.ts';
import { accountRoutes } from './account.ts';
import { assignmentRoutes } from './assignments.ts';
import { auditRoutes } from './audit.ts';
import { beforeDiskRoutes } from './beforeDisks.ts';
import { blueprintRoutes } from './blueprints.ts';
import { capacityRoutes } from './capacity.ts';
import { catalogueRoutes } from './catalogue.ts';
import { consoleFileRoutes } from './consoleFiles.ts';
import { consoleLogRoutes } from './consoleLogs.ts';
import { consoleRoutes } from './consoles.ts';
import { courseAssignmentRoutes } from './courseAssignments.ts';
import { courseChangeRoutes } from './courseChanges.ts';
import { classRuleRoutes } from './classRules.ts';
import { classRoutes } from './class.ts';
import { checkpointChangeRoutes, checkpointRoutes } from './checkpoints.ts';
import { compareRoutes } from './compare.ts';
import { pipelineRoutes } from './pipeline.ts';
import { releaseRoutes } from './releases.ts';
import { newRunRoutes, runActionRoutes, runRoutes } from './runs.ts';
import { taskRoutes } from './tasks.ts';
import { clusterRoutes } from './cluster.ts';
import { courseRoutes } from './courses.ts';
import { elementRoutes } from './elements.ts';
import { environmentRoutes } from './environments.ts';
import { eventRoutes } from './events.ts';
import { exportWorkRoutes } from './exportWork.ts';
import { newMemberRoutes } from './newMembers.ts';
import { needsRoutes } from './needs.ts';
import { helpRoutes } from './help.ts';
import { labCheckRoutes } from './labChecks.ts';
import { labRoutes } from './labs.ts';
import { labUpdateRoutes } from './labUpdates.ts';
import { invitationRoutes } from './invitations.ts';
import { joinRoutes } from './join.ts';
import { joinAccountRoutes } from './joinAccount.ts';
import { joinCodeRoutes } from './joinCodes.ts';
import { layoutRoutes } from './layouts.ts';
import { ledgerRoutes } from './ledger.ts';
import { pageRoutes } from './pages.ts';
import { peopleRoutes } from './people.ts';
import { presenceRoutes } from './presence.ts';
import { receiptRoutes } from './receipts.ts';
import { rolloutChangeRoutes } from './rolloutChanges.ts';
import { rolloutRoutes } from './rollouts.ts';
import { rosterRoutes } from './roster.ts';
import { rosterImportRoutes } from './rosterImport.ts';
import { serverFactsRoutes } from './serverFacts.ts';
import { scenarioRoutes } from './scenarios.ts';
import { sessionRoutes } from './session.ts';
import { sessionsRoutes } from './sessions.ts';
import { setupRoutes } from './setup.ts';
import { sweepRoutes } from './sweeps.ts';
import { tokenRoutes } from './tokens.ts';
import { tunnelRoutes } from './tunnels.ts';
import { typeRoutes } from './types.ts';
import { shareRoutes } from './shares.ts';
import { usageRoutes } from './usage.ts';
import { viewerRoutes } from './viewers.ts';
import { uploadRoute } from './upload.ts';
import { uploadRoutes } from './uploads.ts';

/** Whatever is called under `/api/v1`. */
export const apiRoutes = [
  catalogueRoutes,
  typeRoutes,
  scenarioRoutes,
  uploadRoutes,
  uploadRoute,
  capacityRoutes,
  needsRoutes,
  sessionRoutes,
  sessionsRoutes,
  serverFactsRoutes,
  setupRoutes,
  accountRoutes,
  tokenRoutes,
  peopleRoutes,
  courseRoutes,
  courseChangeRoutes,
  rosterRoutes,
  newMemberRoutes,
  rosterImportRoutes,
  invitationRoutes,
  acceptInvitationRoutes,
  joinCodeRoutes,
  joinRoutes,
  joinAccountRoutes,
  courseAssignmentRoutes,
  assignmentRoutes,
  layoutRoutes,
  classRoutes,
  classRuleRoutes,
  rolloutRoutes,
  rolloutChangeRoutes,
  labRoutes,
  labCheckRoutes,
  helpRoutes,
  labUpdateRoutes,
  checkpointRoutes,
  checkpointChangeRoutes,
  compareRoutes,
  taskRoutes,
  runRoutes,
  newRunRoutes,
  runActionRoutes,
  releaseRoutes,
  pipelineRoutes,
  environmentRoutes,
  beforeDiskRoutes,
  elementRoutes,
  usageRoutes,
  presenceRoutes,
  clusterRoutes,
  ledgerRoutes,
  shareRoutes,
  blueprintRoutes,
  receiptRoutes,
  sweepRoutes,
  eventRoutes,
  tunnelRoutes,
  consoleRoutes,
  consoleFileRoutes,
  exportWorkRoutes,
  consoleLogRoutes,
  viewerRoutes,
  pageRoutes,
  auditRoutes,
];
