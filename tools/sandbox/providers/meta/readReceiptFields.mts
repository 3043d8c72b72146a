import { jsonObject, type PostedBody } from '../../server/postedBody.mts';

/** A well-formed "mark as read" body, as Meta takes it, and who passes it on to Meta. */
export interface ReadReceiptBody {
	readonly messageId: string;
	readonly typingIndicator: boolean;
}

/** What is wrong with a body, for the provider to say in its own shape. */
export interface FieldFault {
	readonly field: string;
	readonly problem: 'missing' | 'wrong' | 'unknown';
	readonly details: string;
}

const KNOWN_FIELDS = ['messaging_product', 'status', 'message_id', 'typing_indicator'];

/**
 * Reads the body of the call that marks a message as read: three required fields, one
 * optional one, nothing else. A body that is no JSON object has no fields at all.
 */
export function readReceiptFields(body: PostedBody): ReadReceiptBody | FieldFault {
	const fields = jsonObject(body) ?? {};
	return (
		unknownField(fields) ??
		constantFault(fields, 'messaging_product', 'whatsapp') ??
		constantFault(fields, 'status', 'read') ??
		messageIdFault(fields.message_id) ??
		typingFault(fields.typing_indicator) ?? {
			messageId: String(fields.message_id),
			typingIndicator: fields.typing_indicator !== undefined,
		}
	);
}

/** Whether reading a body ended with a fault. */
export function isFieldFault(result: ReadReceiptBody | FieldFault): result is FieldFault {
	return 'problem' in result;
}

function unknownField(fields: Readonly<Record<string, unknown>>): FieldFault | null {
	const field = Object.keys(fields).find((name) => !KNOWN_FIELDS.includes(name));
	if (field === undefined) return null;
	return { field, problem: 'unknown', details: `Unexpected key "${field}"` };
}

function constantFault(
	fields: Readonly<Record<string, unknown>>,
	field: string,
	expected: string,
): FieldFault | null {
	const value = fields[field];
	if (value === undefined) return missing(field);
	if (value === expected) return null;
	return { field, problem: 'wrong', details: `${field} must be "${expected}"` };
}

function messageIdFault(value: unknown): FieldFault | null {
	const field = 'message_id';
	if (value === undefined || value === '') return missing(field);
	if (typeof value === 'string') return null;
	return { field, problem: 'wrong', details: `${field} must be a string` };
}

function typingFault(value: unknown): FieldFault | null {
	if (value === undefined) return null;
	const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
	if (type === 'text') return null;
	const field = 'typing_indicator';
	return { field, problem: 'wrong', details: `${field} must be {"type":"text"}` };
}

function missing(field: string): FieldFault {
	return { field, problem: 'missing', details: `${field} is required` };
}
