export const ACCOUNT = { instanceId: 'A1B2C3D4E5F6', accessToken: 'sandboxWawpAccessToken0001' };

export const TROUBLE = {
	/** 422: the session waits for its QR code. */
	stoppedInstanceId: 'F6E5D4C3B2A1',
	/** 401 unless both values come in the query, as the manual's code sample sends them. */
	queryInstanceId: 'C0D1E2F3A4B5',
};
