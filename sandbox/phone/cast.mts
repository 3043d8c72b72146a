import { PROVIDERS } from '../providers/index.mts';
import type { ProviderId } from '../providers/providerId.mts';

/** Somebody who writes to the business, under the name the provider knows them by. */
export interface Person {
	readonly name: string;
	/** In the provider's own writing: digits or a JID. */
	readonly id: string;
}

/** A chat as the customer sees it. */
export interface Chat {
	readonly title: string;
	/** In the provider's own writing. */
	readonly id: string;
}

/** The two chats of a provider's phone and who is in them. */
export interface PhoneCast {
	readonly providerName: string;
	/** The business the customers write to: the account that n8n acts for. */
	readonly business: { readonly name: string; readonly number: string };
	readonly direct: Chat;
	readonly group: Chat;
	/** The customers of the group; the first one is also the customer of the direct chat. */
	readonly members: readonly [Person, ...Person[]];
}

/** Names of the group and its members, and how the provider writes a person. */
interface Casting {
	readonly providerName: string;
	readonly business: PhoneCast['business'];
	readonly groupName: string;
	readonly firstMember: string;
	readonly otherMembers: Readonly<Record<string, string>>;
	readonly personSuffix: '' | '@s.whatsapp.net' | '@c.us';
}

const CASTING: Readonly<Record<ProviderId, Casting>> = {
	cloudApi: {
		providerName: 'WhatsApp Cloud API',
		business: { name: 'Harbor Coffee', number: '+1 555 025 3483' },
		groupName: 'Coffee club',
		firstMember: 'Ana',
		otherMembers: { Ben: '16505551235', Chloe: '16505551236' },
		personSuffix: '',
	},
	kirim: {
		providerName: 'Kirim.chat',
		business: { name: 'Toko Melati', number: '+62 812 3456 7890' },
		groupName: 'Pelanggan setia',
		firstMember: 'Sari',
		otherMembers: { Budi: '6285712345679', Dewi: '6285712345680' },
		personSuffix: '',
	},
	ryze: {
		providerName: 'RyzeAPI',
		business: { name: 'Livraria Sol', number: '+55 11 98888-7777' },
		groupName: 'Clube do livro',
		firstMember: 'Camila',
		otherMembers: { Rafael: '5511999999998', Helena: '5511999999997' },
		personSuffix: '@s.whatsapp.net',
	},
	wawp: {
		providerName: 'Wawp',
		business: { name: 'Northside Bikes', number: '+44 7441 429000' },
		groupName: 'Sunday ride',
		firstMember: 'Amelia',
		otherMembers: { Tariq: '447441429010', Lena: '447441429011' },
		personSuffix: '@c.us',
	},
};

/** Who is on the provider's phone: the samples' chats, so that every example shows up there too. */
export function phoneCast(provider: ProviderId): PhoneCast {
	const { samples } = PROVIDERS[provider].webhooks;
	const { providerName, business, groupName, firstMember, otherMembers, personSuffix } =
		CASTING[provider];
	return {
		providerName,
		business,
		direct: { title: business.name, id: samples.direct },
		group: { title: groupName, id: samples.group },
		members: [
			{ name: firstMember, id: samples.author },
			...Object.entries(otherMembers).map(([name, number]) => ({
				name,
				id: `${number}${personSuffix}`,
			})),
		],
	};
}
