/** SQL, of a server `s`: whether the engine works on it. One that is disconnected may still have roles taken back. */
export const WORKED_ON = `(s.status = 'connected' or s.takes_back_roles)`
