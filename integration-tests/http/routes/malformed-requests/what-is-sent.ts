const TOO_LARGE = "99999999999999999999999"

const LONG = "x".repeat(6_000)

/** All decode: what does not, Medusa's own layers before any route refuse to read, for its own routes alike. */
export const IDS = ["%00", "%2e%2e%2fservers", "__proto__", "';--", TOO_LARGE, LONG, "%F0%9F%98%80"]

export const QUERIES = [
  "q=%00",
  "q=%ED%A0%80",
  `q=${LONG}`,
  "q[]=a&q[]=b",
  "q[a][b]=c",
  "limit=-1",
  `limit=${TOO_LARGE}`,
  "limit=1.5",
  "limit=NaN",
  "limit[]=1&limit[]=2",
  "offset=-1",
  `offset=${TOO_LARGE}`,
  "offset=9007199254740991",
  "order=nope",
  "order=-id;select 1",
  "order[]=id",
  "fields=%00",
  "fields=x;select",
  "fields=*token,server.memberships.account.token.sealed",
  "fields[a]=b",
  "created_at[$gte]=x",
  "created_at[$gte]=%00",
  "created_at[$gte]=300000-01-01",
  "created_at[$nope]=2026-01-01",
  "created_at=x",
  "ends_at[$gt]=x",
  "ends_at[$gt][$lt]=2026-01-01",
  "ends_at[$in][]=x",
  "starts_at[$lte]=2026-13-45",
  "id[$nin][$x]=y",
  "id[]=%00",
  "customer_id[$ne]=null",
  "customer_id[$like]=%25",
  "server_id[]=%00",
  "server_id[a]=b",
  "status=nope",
  "status[]=due&status[]=%00",
  "active=perhaps",
  "source_id=%00",
  "role_id[][]=x",
  "$or[0][id]=x",
  "$and[]=x",
  "__proto__[x]=1",
  "constructor[prototype][x]=1",
  `${"a[b]".repeat(60)}=c`,
  "token=%00",
  `token=${LONG}`,
  "token[]=a",
  "state=%00",
  "state[]=a&code[]=b",
  "roles=nope",
]

/** What stands in a body wherever a field is expected. */
export const VALUES: unknown[] = [
  null,
  true,
  -1,
  1e308,
  1.5,
  "",
  "\0",
  "a\0b",
  "\ud800",
  "9".repeat(400),
  "x".repeat(50_000),
  "2026-99-99",
  "0000-00-00T00:00:00Z",
  "275760-09-13T00:00:00.001Z",
  [],
  [null],
  [[[["x"]]]],
  {},
  { $gt: "" },
  JSON.parse(`{"__proto__":{"x":1}}`),
  nested(400),
]

export const BODIES: unknown[] = [
  null,
  [],
  "text",
  42,
  true,
  nested(800),
  JSON.parse(`{"__proto__":{"x":1}}`),
]

const FIVE_MB = 5 * 1024 * 1024

const FORM = "application/x-www-form-urlencoded"

/** Bodies that are far too large, as they are sent. */
export const LARGE: [what: string, text: string, type?: string][] = [
  ["one string", JSON.stringify({ note: "x".repeat(FIVE_MB) })],
  ["arrays in arrays", "[".repeat(FIVE_MB / 2) + "]".repeat(FIVE_MB / 2)],
  ["many keys", `{${Array.from({ length: FIVE_MB / 16 }, (_, n) => `"key${n}":${n}`).join()}}`],
  ["many fields of a form", "a=1&".repeat(FIVE_MB / 4), FORM],
  ["plain text", "x".repeat(FIVE_MB), "text/plain"],
]

/** What a database is told or says, as text or inside JSON. No answer and no log does. */
export const SQL = [
  /\bselect\b[^{}]{1,400}\bfrom\s+["\\]*(?:public\b|discord_|pg_)/is,
  /\binsert\s+into\b|\bdelete\s+from\b|\breturning\s+["\\*]/i,
  /\bupdate\s+["\\]*(?:public\b|discord_)[\w".\\]*\s+set\b/i,
  /\b(?:relation|table|column|constraint|from|into|join)\s+[\\]*"\w+[\\]*"/i,
  /["\\]discord_\w+[\\]*"\./i,
  /syntax error|invalid input syntax|violates [\w-]+ constraint|does not exist, at character/i,
]

/** As PostgreSQL and what speaks to it put it. */
export const SAID_IN_SQL = [
  `select "d0"."id" from "public"."discord_server" as "d0" where "d0"."id" = '1' limit 1`,
  "select e.id, e.action from discord_activity_entry e where e.deleted_at is null",
  'insert into "discord_role" ("id") values (?) - duplicate key value',
  'update "public"."discord_membership" set "status" = $1',
  String.raw`{"message":"relation \"discord_server\" does not exist"}`,
  String.raw`{"message":"column \"nope\" of relation"}`,
  'duplicate key value violates unique constraint "discord_role_pkey"',
  'invalid input syntax for type timestamp with time zone: "x"',
  `where "discord_server"."name" = 'x'`,
]

/** A body that is right, to be spoilt in one place at a time. */
export const RIGHT: Record<string, (ids: Ids) => Record<string, unknown>> = {
  "POST /admin/customers/[id]/discord/account": () => ({ discord_user_id: "1".repeat(18) }),
  "POST /admin/discord/entitlements": ({ customer, variant }) => ({
    customer_id: customer,
    variant_id: variant,
    starts_at: "2026-01-01T00:00:00Z",
    ends_at: "2027-01-01T00:00:00Z",
    reference: "invoice",
    note: "note",
  }),
  "POST /admin/discord/entitlements/[id]": () => ({ ends_at: "2027-01-01T00:00:00Z", note: "n" }),
  "POST /admin/discord/entitlements/[id]/suspend": () => ({ reason: "dispute", note: "n" }),
  "POST /admin/discord/imports": ({ customer, variant }) => ({
    csv: `customer_id,variant_id,reference\n${customer},${variant},prize`,
    dry_run: false,
    offset: 0,
  }),
  "POST /admin/discord/memberships/retry": ({ server }) => ({
    ids: ["dmem_none"],
    status: ["due"],
    server_id: server,
  }),
  "POST /admin/discord/servers/[id]": () => ({
    on_access_end: "remove_roles",
    on_role_removed: "restore",
    adopted_roles: "keep",
    grace_hours: 0,
  }),
  "POST /admin/discord/servers/[id]/test": ({ role }) => ({
    role_id: role,
    discord_user_id: "1".repeat(18),
    accept_dangerous_permissions: false,
  }),
  "POST /admin/discord/sync-runs": () => ({ kind: "order_backfill" }),
  "POST /admin/products/[id]/discord-roles": ({ variant, role }) => ({
    variants: [{ variant_id: variant, roles: [{ role_id: role, access_days: 30 }] }],
    accept_dangerous_permissions: false,
  }),
  "POST /admin/products/[id]/discord-roles/preview": ({ variant, role }) => ({
    variants: [{ variant_id: variant, roles: [{ role_id: role, access_days: 30 }] }],
  }),
  "POST /store/discord/claims": () => ({
    token: "none",
    redirect_url: "http://localhost:8000/account",
  }),
  "POST /store/discord/connect": () => ({ redirect_url: "http://localhost:8000/account" }),
}

export interface Ids {
  server: string
  product: string
  variant: string
  customer: string
  order: string
  entitlement: string
  membership: string
  role: string
}

function nested(depth: number): unknown {
  return Array.from({ length: depth }).reduce<unknown>((inner) => ({ a: inner }), "x")
}
