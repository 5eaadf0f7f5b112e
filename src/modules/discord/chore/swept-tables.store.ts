import { rows, type Db } from "../db/db"
import { SWEPT_TABLES, type SweptTable, type TableState } from "./swept-tables.rules"

/**
 * How PostgreSQL holds tables of Medusa's that sweeps look through, from its own catalogue. One that is not in the plugin's database
 * is left out.
 */
export async function readSweptTables(db: Db, names: readonly SweptTable[]): Promise<TableState[]> {
  const tables = SWEPT_TABLES.filter(({ table }) => names.includes(table))
  return rows<TableState>(
    db,
    `select swept.name as "table", greatest(class.reltuples, 0) as rows,
            exists (
              select 1 from pg_index index
                join pg_attribute attribute
                  on attribute.attrelid = index.indrelid and attribute.attnum = index.indkey[0]
               where index.indrelid = class.oid and index.indisvalid and index.indisready
                 and attribute.attname = swept.column_name
                 and (index.indpred is null or pg_get_expr(index.indpred, index.indrelid) ~* swept.predicate)
            ) as has_index
       from unnest(cast(:names as text[]), cast(:columns as text[]), cast(:predicates as text[])) as swept (name, column_name, predicate)
       join pg_class class on class.oid = to_regclass(quote_ident(swept.name))`,
    {
      names: tables.map(({ table }) => table),
      columns: tables.map(({ column }) => column),
      predicates: tables.map(({ column }) => PREDICATES[column]),
    },
  )
}

/** Conditions under which an index still has what a sweep asks for: it asks for no deleted order, and for deleted customers only. */
const PREDICATES = {
  updated_at: String.raw`^\(deleted_at IS NULL\)$`,
  deleted_at: String.raw`^\(deleted_at IS NOT NULL\)$`,
}
