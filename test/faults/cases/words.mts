/** What the user must be told, whichever the provider: it names itself in the middle. */
export const LOST = /connection to .* broke off/;

export const LATE = /did not answer in time/;

export const NO_RECEIPT = /answered without saying that the message was marked/;

export const UNREADABLE = /sent an answer that could not be read/;

export const TOO_LONG = /sent an answer that is far too long/;

export const TOO_MANY = /too many requests|limit of .*calls/;

export const NOT_ABLE =
	/not able to (answer|take the call)|met trouble|could not reach its WhatsApp engine/;
