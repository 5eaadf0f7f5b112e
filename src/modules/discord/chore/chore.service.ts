import type { Db } from "../db/db"
import type { Leases } from "../engine/leases"
import { listChanged, listMade } from "./changed-orders.store"
import { glanceAtOrders, type OrderGlance } from "./order-glance.store"
import type {
  ChangedRow,
  ChangedTable,
  IdPage,
  MadeTable,
  SweptTable,
  TableState,
} from "./swept-tables.rules"
import { readSweptTables } from "./swept-tables.store"
import { Watermark } from "./watermark.store"

/** What regular work needs: one process at a time, and how far the last one came. */
export class ChoreService {
  readonly #db: Db
  readonly #leases: Leases

  constructor(db: Db, leases: Leases) {
    this.#db = db
    this.#leases = leases
  }

  /** How far a sweep over somebody else's records has come. @param name what is swept */
  watermark(name: string): Watermark {
    return new Watermark(this.#db, name)
  }

  /** @see readSweptTables */
  async sweptTables(names: readonly SweptTable[]): Promise<TableState[]> {
    return readSweptTables(this.#db, names)
  }

  /** @see listChanged */
  async listChanged(table: ChangedTable, since: Date, page: IdPage): Promise<ChangedRow[]> {
    return listChanged(this.#db, table, since, page)
  }

  /** @see listMade */
  async listMade(table: MadeTable, since: Date, page: IdPage): Promise<ChangedRow[]> {
    return listMade(this.#db, table, since, page)
  }

  /** @see glanceAtOrders */
  async glanceAtOrders(orderIds: string[]): Promise<OrderGlance[]> {
    return glanceAtOrders(this.#db, orderIds)
  }

  /**
   * Does a job that one process at a time may do.
   *
   * @param patienceMs how long to wait for another that is at it
   * @returns null when another is at it still
   * @throws what the job throws
   */
  async alone<Result>(
    what: string,
    job: () => Promise<Result>,
    patienceMs = 0,
  ): Promise<{ result: Result } | null> {
    return this.#leases.alone(what, job, patienceMs)
  }
}
