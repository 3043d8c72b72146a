import fc from 'fast-check';

import type { JsonObject } from '../../../nodes/WhatsAppMarkRead/input/untrustedJson';
import { anyJson, anyKey, PROTOTYPE_KEYS } from './hostileJson';
import { REAL_PAYLOADS } from './realPayloads';
import { wildOrHugeText } from './wildText';

/** A real payload of some provider in which a few things are not as they should be. */
export function mutatedPayload(
	payloads: readonly JsonObject[] = REAL_PAYLOADS,
): fc.Arbitrary<JsonObject> {
	const mutation = fc.record({
		where: fc.nat(),
		change: fc.constantFrom(...CHANGES),
		key: anyKey(),
		value: anyJson(),
		text: wildOrHugeText(),
		pick: fc.nat(),
	});
	return fc
		.tuple(fc.constantFrom(...payloads), fc.array(mutation, { maxLength: 5 }))
		.map(([payload, mutations]) => {
			const copy = JSON.parse(JSON.stringify(payload)) as JsonObject;
			for (const { where, change, ...material } of mutations) {
				const places = placesIn(copy);
				const place = places[where % places.length];
				if (place !== undefined) change(place, material);
			}
			return copy;
		});
}

type Container = unknown[] | Record<string, unknown>;

/** One value in a payload: its container, and its key or position there. */
interface Place {
	readonly container: Container;
	readonly key: string;
	readonly value: unknown;
	/** The value as text; of lists and objects, which may be too deep for it, nothing. */
	readonly asText: string;
	readonly put: (value: unknown) => void;
}

/** What a change may put in. */
interface Material {
	readonly key: string;
	readonly value: unknown;
	readonly text: string;
	/** Chooses among what a change has to choose from. */
	readonly pick: number;
}

const CHANGES: ReadonlyArray<(place: Place, material: Material) => void> = [
	function drop({ container, key }) {
		if (Array.isArray(container)) container.splice(Number(key), 1);
		else delete container[key];
	},
	function rename({ container, key, value }, material) {
		if (!Array.isArray(container)) delete container[key];
		define(container, material.key, value);
	},
	function replace({ put }, { value }) {
		put(value);
	},
	function empty({ put }, { pick }) {
		put([null, {}, [], '', 'null', 0][pick % 6]);
	},
	function retype({ put, value, asText }) {
		put(typeof value === 'string' ? Number(value) || 0 : asText);
	},
	function duplicate({ container, value }, { key }) {
		define(container, Array.isArray(container) ? 'length' : key, value);
	},
	function nestInList({ put, value }) {
		put([value]);
	},
	function nestInObject({ put, value }, { key }) {
		put(define({}, key, value));
	},
	function spoilText({ put, asText }, { text, pick }) {
		const cut = pick % (asText.length + 1);
		put(asText.slice(0, cut) + text + asText.slice(cut));
	},
	function cutText({ put, asText }, { pick }) {
		put(asText.slice(0, pick % (asText.length + 1)));
	},
	function poison({ container }, { value, pick }) {
		define(container, PROTOTYPE_KEYS[pick % PROTOTYPE_KEYS.length] ?? '', value);
	},
];

/** As `JSON.parse` would: `__proto__` becomes a key like any other. In a list what has no position is appended. */
function define(container: Container, key: string, value: unknown): Container {
	const isPosition = !Array.isArray(container) || /^\d{1,4}$/.test(key);
	return Object.defineProperty(container, isPosition ? key : container.length, {
		value,
		configurable: true,
		enumerable: true,
		writable: true,
	});
}

/** Every place in a payload; not within values that all runs share, which are frozen. */
function placesIn(payload: JsonObject): readonly Place[] {
	const places: Place[] = [];
	const containers: unknown[] = [payload];
	for (const container of containers) {
		if (container === null || typeof container !== 'object' || Object.isFrozen(container)) continue;
		for (const [key, value] of Object.entries(container)) {
			const asText = value !== null && typeof value === 'object' ? '' : String(value);
			const put = (other: unknown) => define(container as Container, key, other);
			places.push({ container: container as Container, key, value, asText, put });
			containers.push(value);
		}
	}
	return places;
}
