export { startSandbox } from './startSandbox.mts';
export type { Sandbox, SandboxOptions } from './startSandbox.mts';
export {
	BASE_PATHS,
	RYZE_PAYLOAD_BASE_URL,
	RYZE_PAYLOAD_TOKEN,
	SANDBOX_ACCOUNTS,
	SANDBOX_SECRETS,
	SANDBOX_TROUBLE,
	sandboxCredential,
} from './accounts.mts';
export type { SandboxAccounts } from './accounts.mts';
export { countCalls, type CallLimit } from './faults/callLimit.mts';
export { FaultRefused } from './faults/fault.mts';
export type { Fault, FaultKind, FaultMoment, FaultPlan, Trouble } from './faults/fault.mts';
export { Faults } from './faults/Faults.mts';
export { seededRandom } from './faults/seededRandom.mts';
export { SandboxMemory } from './memory/SandboxMemory.mts';
export type {
	ChatRecord,
	IncomingMessage,
	MemorySnapshot,
	OwnMessage,
	ReceivedMessage,
	RecordedRequest,
	TypingRecord,
} from './memory/records.mts';
export { PROVIDER_IDS } from './providers/providerId.mts';
export type { ProviderId } from './providers/providerId.mts';
export type { RateLimit } from './server/TokenBuckets.mts';
export { WEBHOOK_KINDS, WebhookRefused } from './webhook/outgoingWebhook.mts';
export type { OutgoingWebhook, WebhookKind } from './webhook/outgoingWebhook.mts';
export { buildWebhook } from './webhook/sendWebhook.mts';
export type { WebhookDelivery } from './webhook/sendWebhook.mts';
