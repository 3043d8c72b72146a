export { startSandbox } from './startSandbox.mts';
export type { Sandbox } from './startSandbox.mts';
export {
	CREDENTIAL_SECRETS,
	SANDBOX_SECRETS,
	sandboxCredential,
	WEBHOOK_SECRETS,
} from './accounts.mts';
export { countCalls, type CallLimit } from './faults/callLimit.mts';
export type { Fault, FaultPlan } from './faults/fault.mts';
export { seededRandom } from './faults/seededRandom.mts';
export { SandboxMemory } from './memory/SandboxMemory.mts';
export type { ReceivedMessage, RecordedRequest } from './memory/records.mts';
export { personId } from './phone/cast.mts';
export { PROVIDER_IDS } from './providers/index.mts';
export type { ProviderId } from './providers/index.mts';
export type { WebhookKind } from './providers/standIn.mts';
export type { RateLimit } from './server/TokenBuckets.mts';
export { InvalidWebhook } from './webhook/outgoingWebhook.mts';
export type { OutgoingWebhook } from './webhook/outgoingWebhook.mts';
export { buildWebhook } from './webhook/sendWebhook.mts';
