/**
 * Every variable that can be given to `make up`, is remembered, and is handed on to the services. Others are not: some,
 * such as LABCAST_TOKEN, are a caller's own and secret.
 */
export const settingNames: ReadonlySet<string> = new Set([
  // Where things lie, and what they are called.
  'LABCAST_STATE_DIR',
  'LABCAST_CACHE_DIR',
  'LABCAST_RUN_DIR',
  'LABCAST_LOG_DIR',
  'LABCAST_INSTALL_DIR',
  'LABCAST_USER',
  'LABCAST_PROJECT',
  'LABCAST_POOL',
  'LABCAST_POOL_SIZE',
  'LABCAST_POOL_SOURCE',
  'LABCAST_SAMPLE',
  'DATABASE_URL',
  // The server's.
  'LABCAST_PORT',
  'LABCAST_LISTEN',
  'LABCAST_PUBLIC_URL',
  'LABCAST_APPS_DOMAIN',
  'LABCAST_ENGINE',
  'LABCAST_CONCURRENCY',
  'LABCAST_MEMORY_OVERCOMMIT',
  'LABCAST_STORAGE_OVERCOMMIT',
  'LABCAST_LOG_LEVEL',
  // The host helper's.
  'LABCAST_UPLINK_SUBNET',
  'LABCAST_UPLINK_BRIDGE',
  'LABCAST_BRIDGE_PREFIX',
  'LABCAST_FIREWALL_TABLE',
  'LABCAST_EGRESS_ALLOW',
  'LABCAST_EGRESS_INTERFACES',
  'LABCAST_NAME_SERVERS',
  'LABCAST_HOST_CHECK_SECONDS',
  // The images'.
  'LABCAST_IMAGES',
  'LABCAST_IMAGE_SERVERS',
  'LABCAST_KUBERNETES_URL',
]);
