interface NamedCustomer {
  first_name: string | null
  last_name: string | null
  email: string
}

/** A customer as an admin knows them: by name, else by e-mail address. */
export function customerName({ first_name, last_name, email }: NamedCustomer): string {
  return [first_name, last_name].filter(Boolean).join(" ") || email
}
