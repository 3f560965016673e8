/** What a question can be about beside the service; a capability or a design lists those it answers. */
export const TOPICS = [
  "failover",
  "geo-replication",
  "geo-disaster-recovery",
  "failover-groups",
  "read-replicas",
  "multi-region-writes",
  "backup",
  "geo-redundant-storage",
  "site-recovery",
  "customer-managed-failover",
  "microsoft-managed-failover",
  "recovery-objectives",
] as const;
