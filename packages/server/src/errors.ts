import { LabcastError } from '@labcast/domain';
import type { ErrorCode, Problem } from '@labcast/domain';
import { IncusError } from '@labcast/incus';
import type { IncusErrorKind } from '@labcast/incus';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { RefusalWithDetails } from './refusalWithDetails.ts';
import type { RefusalDetails } from './refusalWithDetails.ts';
import type { ErrorView } from './schemas/problem.ts';

/** A code without a status does not compile. */
export const httpStatus: Readonly<Record<ErrorCode, number>> = {
  'blueprint-invalid': 422,
  'request-invalid': 400,
  'type-unknown': 404,
  'parameter-invalid': 422,
  'name-taken': 409,
  'assignment-not-found': 404,
  'environment-not-found': 404,
  'check-not-found': 404,
  'checkpoint-not-found': 404,
  'checkpoint-in-use': 409,
  'release-not-found': 404,
  'run-not-found': 404,
  'rollout-not-found': 404,
  'rollout-running': 409,
  'environment-frozen': 409,
  'environment-not-open': 409,
  'course-not-found': 404,
  'person-not-found': 404,
  'element-not-found': 404,
  'element-not-running': 409,
  'image-not-found': 404,
  'file-not-found': 404,
  'file-refused': 409,
  'apps-domain-missing': 409,
  'image-in-use': 409,
  'upload-not-found': 404,
  'upload-conflict': 409,
  'capacity-exceeded': 409,
  'confirmation-needed': 409,
  'blueprint-changed': 409,
  'course-archived': 409,
  'last-administrator': 409,
  'link-invalid': 410,
  'sign-in-refused': 401,
  'too-many-tries': 429,
  'not-signed-in': 401,
  'not-permitted': 403,
  'incus-unavailable': 503,
  'incus-rejected': 502,
  'host-unavailable': 503,
  'database-unavailable': 503,
  'storage-full': 507,
  'step-failed': 500,
};

const incusCodes: Readonly<Record<IncusErrorKind, ErrorCode>> = {
  'not-found': 'element-not-running',
  conflict: 'element-not-running',
  busy: 'element-not-running',
  unavailable: 'incus-unavailable',
  'storage-full': 'storage-full',
  rejected: 'incus-rejected',
};

/** What a caller is told: the status and the body of the answer, and whether it is a mistake of ours. */
export interface DescribedError {
  readonly status: number;
  readonly body: ErrorView;
  readonly isBug: boolean;
}

export function describeError(error: unknown, requestId: string): DescribedError {
  const known = asLabcastError(error);
  if (known) {
    const { code, message, remedy, problems } = known;
    const details = known instanceof RefusalWithDetails ? known.details : {};
    const body = errorBody({ code, message, remedy, problems, details, requestId });
    return { status: httpStatus[code], body, isBug: false };
  }
  const status = fastifyStatus(error);
  if (status !== undefined) {
    const { message } = error as FastifyError;
    const body = errorBody({ code: 'request-invalid', message, requestId });
    return { status, body, isBug: false };
  }
  const body = errorBody({
    code: 'internal',
    message: 'Labcast itself made a mistake.',
    remedy: `Look for ${requestId} in the server's log, and report what it says.`,
    requestId,
  });
  return { status: 500, body, isBug: true };
}

/** Fastify's error handler: one answer for everything that is thrown. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const { status, body, isBug } = describeError(error, request.id);
  if (isBug) request.log.error({ err: error }, 'A request failed by a mistake of ours.');
  else if (status >= 500) request.log.warn({ err: error }, 'A request could not be served.');
  const { retryAfterSeconds } = body.error;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', retryAfterSeconds);
  return reply.code(status).send(body);
}

function asLabcastError(error: unknown): LabcastError | undefined {
  if (error instanceof LabcastError) return error;
  if (error instanceof IncusError) {
    return new LabcastError(incusCodes[error.kind], error.message, { cause: error });
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const problems = error.validation.map(({ instancePath, message = 'This is not valid.' }) => ({
      message,
      path: instancePath.split('/').filter(Boolean).join('.'),
    }));
    return new LabcastError('request-invalid', invalidRequestMessage(problems), { problems });
  }
  return undefined;
}

function invalidRequestMessage(problems: readonly Problem[]): string {
  const [first] = problems;
  if (problems.length !== 1 || first === undefined) return 'The request is not valid.';
  return first.path ? `${first.path}: ${first.message}` : first.message;
}

/** The status of what Fastify and its plugins refuse by themselves: bad JSON, too large, too often, ... */
function fastifyStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  const isRefusal = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isRefusal ? statusCode : undefined;
}

function errorBody(error: {
  code: string;
  message: string;
  remedy?: string | undefined;
  problems?: readonly Problem[];
  details?: RefusalDetails;
  requestId: string;
}): ErrorView {
  const { code, message, remedy, problems = [], details, requestId } = error;
  return {
    error: {
      code,
      message,
      ...(remedy !== undefined && { remedy }),
      ...(problems.length > 0 && { problems: [...problems] }),
      ...details,
      requestId,
    },
  };
}
