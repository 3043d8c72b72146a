import { providerOf } from '../../providers.js';
import { standInOf, type ProviderId } from '../providers/index.mts';
import type { Cast, Chat } from '../providers/standIn.mts';

/** A chat or person, in the provider's own form. */
export interface Person {
	readonly name: string;
	/** A phone number or JID. */
	readonly id: string;
}

/** The two chats of a provider's phone and who is in them. */
export interface PhoneCast extends Pick<Cast, 'business' | 'group'> {
	readonly providerName: string;
	readonly direct: Chat;
	/** The customers of the group; the first one is also the customer of the direct chat. */
	readonly members: readonly Person[];
}

/** Who is on the provider's phone, and in its examples. */
export function phoneCast(provider: ProviderId): PhoneCast {
	const { business, group, members } = standInOf(provider).cast;
	const people = Object.entries(members).map(([name, phone]) => ({
		name,
		id: personId(provider, phone),
	}));
	return {
		providerName: providerOf(provider).displayName,
		business,
		direct: { title: business.name, id: people[0]?.id ?? '' },
		group,
		members: people,
	};
}

/** The id by which the provider knows the owner of a phone number. */
export function personId(provider: ProviderId, phone: string): string {
	return `${phone}${standInOf(provider).cast.personSuffix}`;
}
