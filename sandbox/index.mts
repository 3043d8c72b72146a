export { startSandbox } from './startSandbox.mts';
export type { Sandbox, SandboxOptions } from './startSandbox.mts';
export {
	CREDENTIAL_SECRETS,
	SANDBOX_SECRETS,
	sandboxCredential,
	WEBHOOK_SECRETS,
} from './accounts.mts';
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
export { personId } from './phone/cast.mts';
export { PROVIDER_IDS } from './providers/index.mts';
export type { ProviderId } from './providers/index.mts';
export type { RateLimit } from './server/TokenBuckets.mts';
export { WEBHOOK_KINDS } from './providers/standIn.mts';
export type { WebhookKind } from './providers/standIn.mts';
export { WebhookRefused } from './webhook/outgoingWebhook.mts';
export type { OutgoingWebhook } from './webhook/outgoingWebhook.mts';
export { buildWebhook } from './webhook/sendWebhook.mts';
export type { WebhookDelivery } from './webhook/sendWebhook.mts';
